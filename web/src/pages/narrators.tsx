// Who narrates how much, how surely, and how often others agree or contradict.
import { get, type NarratorCard, type Page } from '../api';
import { Busy, Problem, Said } from '../parts/plain';
import { Sign } from '../parts/signs';
import { setQuery, useLoad, usePlace } from '../state';
import { number, t, tr, type Word } from '../words';

let timer = 0;
const columns: [string, Word][] = [['incidents', 'incidents'], ['claims', 'saysHow'], ['', 'surely'], ['', 'agreedWith'], ['differs', 'contradicted'], ['denies', 'denied'], ['', 'aloneN']];
export function Narrators() {
  const query = usePlace().query;
  const offset = Number(query.get('offset') ?? 0), text = query.get('text') ?? '', sort = query.get('sort') ?? 'incidents';
  const page = useLoad<Page<NarratorCard>>(`narrators ${text} ${offset} ${sort}`, (signal) => get('/api/narrators', { text, offset, sort, limit: 50 }, signal));
  const typed = (event: Event) => { const value = (event.target as HTMLInputElement).value; clearTimeout(timer); timer = window.setTimeout(() => setQuery({ text: value || undefined, offset: undefined }, true), 250); };
  return (
    <>
      <div class="bar"><h1>{t('narrators')} <span class="soft num">{page.value ? number(page.value.total) : ''}</span></h1><label>{t('findNarrator')}<input type="search" data-search dir="auto" defaultValue={text} onInput={typed} /></label></div>
      {page.error ? <Problem error={page.error} retry={page.reload} /> : !page.value ? <Busy /> : (
        <div class={`scroll${page.busy ? ' busy' : ''}`} style={{ marginBlockStart: '1rem' }} tabIndex={0} role="region" aria-label={t('narrators')}>
          <table>
            <thead><tr><th scope="col" aria-sort={sort === 'name' ? 'ascending' : undefined}><button class="plain" onClick={() => setQuery({ sort: 'name', offset: undefined })}>{t('narrator')}</button></th>
              {columns.map(([order, word]) => <th key={word} scope="col" aria-sort={order && sort === order ? 'descending' : undefined}>{order ? <button class="plain" onClick={() => setQuery({ sort: order, offset: undefined })}>{t(word)}</button> : t(word)}</th>)}</tr></thead>
            <tbody>{page.value.items.map((one) => {
              const compared = one.agrees + one.differs + one.denies;
              return (
                <tr key={one.narrator + one.kind}>
                  <th scope="row"><a href={`/narrator/${encodeURIComponent(one.narrator)}`}><Said>{one.narrator}</Said></a><div class="small soft" style={{ fontWeight: 400 }}>{tr('kind', one.kind)}{one.code ? <> · <bdi>{one.code}</bdi></> : null}</div></th>
                  <td class="num">{number(one.incidents)}</td><td class="num">{number(one.claims)}</td><td class="num">{number(one.claims ? Math.round(100 * one.certain / one.claims) : 0)}%</td>
                  <td class="num"><span class="mark m-agree"><Sign mark="agree" />{number(one.agrees)}</span>{compared ? <span class="small soft"> {number(Math.round(100 * one.agrees / compared))}%</span> : null}</td>
                  <td class="num"><span class="mark m-differ"><Sign mark="differ" />{number(one.differs)}</span></td><td class="num"><span class="mark m-deny"><Sign mark="deny" />{number(one.denies)}</span></td><td class="num"><span class="mark m-alone"><Sign mark="alone" />{number(one.alone)}</span></td>
                </tr>);
            })}</tbody>
          </table>
        </div>)}
      {page.value && (offset > 0 || page.value.next !== null) ? <nav class="pages" aria-label={t('narrators')}><button disabled={offset === 0} onClick={() => setQuery({ offset: offset > 50 ? String(offset - 50) : undefined })}>{t('previous')}</button><button disabled={page.value.next === null} onClick={() => setQuery({ offset: String(page.value?.next) })}>{t('next')}</button></nav> : null}
    </>
  );
}
