// Reports that hold all words, newest first.
import { get, part, type Page, type ReportCard } from '../api';
import { Busy, Problem, Said } from '../parts/plain';
import { setQuery, useLoad, usePlace } from '../state';
import { counted, day, number, t } from '../words';

let timer = 0;
export function Reports() {
  const query = usePlace().query;
  const offset = Number(query.get('offset') ?? 0), text = query.get('text') ?? '';
  const page = useLoad<Page<ReportCard>>(`reports ${text} ${offset}`, (signal) => get('/api/reports', { text, offset, limit: 30 }, signal));
  const typed = (event: Event) => { const value = (event.target as HTMLInputElement).value; clearTimeout(timer); timer = window.setTimeout(() => setQuery({ text: value || undefined, offset: undefined }, true), 250); };
  return (
    <>
      <div class="bar"><h1>{t('reports')} <span class="soft num">{page.value ? number(page.value.total) : ''}</span></h1><label>{t('searchText')}<input type="search" data-search dir="auto" defaultValue={text} onInput={typed} /></label></div>
      {page.error ? <Problem error={page.error} retry={page.reload} /> : !page.value ? <Busy /> : (
        <div class={page.busy ? 'busy' : ''}>
          <ol class="cards">{page.value.items.map((card) => <li key={card.id} class="card"><div class="row small soft"><span>{day(card.published)}</span><Said>{card.outlet}</Said><bdi>{card.id}</bdi></div><h2><a href={`/report/${part(card.id)}`}><Said>{card.title ?? card.id}</Said></a></h2><span class="small">{number(card.claims)} {t('claims')} · {counted(card.incidents, 'incident', 'found')}</span></li>)}</ol>
          <nav class="pages" aria-label={t('reports')}><button disabled={offset === 0} onClick={() => setQuery({ offset: offset > 30 ? String(offset - 30) : undefined })}>{t('previous')}</button><button disabled={page.value.next === null} onClick={() => setQuery({ offset: String(page.value?.next) })}>{t('next')}</button></nav>
        </div>)}
    </>
  );
}
