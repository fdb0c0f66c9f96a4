// Feeds that this desk follows: added, looked at, followed no more.
import { useState } from 'preact/hooks';
import { get, post } from '../api';
import { currentSettings, useLoad } from '../state';
import { day, number, t, tr } from '../words';
import { Said } from './plain';

interface Feed { id: number; url: string; name: string; by: string; since: string; full: boolean; looked: string | null; outcome: Record<string, number> | null }
export function Feeds({ follow, running }: { follow: (job: number, name: string) => Promise<void>; running: boolean }) {
  const load = useLoad<{ fetch: boolean; items: Feed[] }>('feeds', (signal) => get('/api/feeds', {}, signal));
  const [error, setError] = useState('');
  const attempt = async (act: () => Promise<unknown>) => { setError(''); try { await act(); } catch (fault) { setError((fault as Error).message); } load.reload(); };
  const by = { by: currentSettings().by || undefined };
  const add = (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement, values = new FormData(form);
    void attempt(async () => { await post('/api/feeds', { url: String(values.get('url')), name: String(values.get('name') ?? ''), full: values.has('full'), ...by }); form.reset(); });
  };
  const look = async (feed: Feed) => attempt(async () => follow((await post<{ job: number }>(`/api/feeds/${feed.id}/run`, {})).job, feed.name));
  return (
    <section id="feeds"><h2>{t('feeds')}</h2>
      {load.value && !load.value.fetch ? <p><span class="warnline">{t('noFetch')} <bdi><code>isnad serve --fetch</code></bdi></span></p> : null}
      <form class="bar" onSubmit={add}><label>{t('feedAddress')}<input name="url" type="url" required dir="ltr" placeholder="https://" /></label><label>{t('outlet')}<input name="name" dir="auto" /></label><label class="line"><input type="checkbox" name="full" />{t('fullPages')}</label><button>{t('followFeed')}</button></form>
      {error ? <p class="problem" role="alert">{error}</p> : null}
      <ol class="log">{load.value?.items.map((feed) => (
        <li key={feed.id}><div class="row"><strong><Said>{feed.name}</Said></strong><bdi class="small soft" style={{ overflowWrap: 'anywhere' }}>{feed.url}</bdi>
          <span class="small soft">{feed.looked ? <>{t('lookedAt')} {day(feed.looked)}{feed.outcome ? <> · {Object.entries(feed.outcome).filter(([, count]) => count > 0).map(([what, count]) => `${tr('in', what)} ${number(count)}`).join('، ')}</> : null}</> : t('neverLooked')}</span>
          <button class="chip" disabled={running || !load.value?.fetch} onClick={() => void look(feed)}>{t('lookNow')}</button><button class="chip" onClick={() => void attempt(() => post(`/api/feeds/${feed.id}/remove`, by))}>{t('unfollow')}</button></div></li>))}</ol>
      {load.value && load.value.items.length > 1 && load.value.fetch ? <button disabled={running} onClick={() => void (async () => { for (const feed of load.value?.items ?? []) await look(feed); })()}>{t('lookAll')}</button> : null}
    </section>
  );
}
