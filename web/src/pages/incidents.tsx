// What happened, as far as the reports tell it: one filter, shown as a list, a map, or a timeline; all of it in the URL.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { get, grades, states, type Facets, type IncidentCard, type MapPoints, type Page, type Timeline } from '../api';
import { useKeys } from '../keys';
import { Map } from '../parts/map';
import { Busy, Problem, Said } from '../parts/plain';
import { AgreementWord, GradeChip } from '../parts/signs';
import { Bars } from '../parts/bars';
import { currentSettings, go, here, setQuery, useLoad, usePlace, useSettings } from '../state';
import { actName, allTypes, counted, countryName, days, number, t, tr, typeName } from '../words';

export const filterNames = ['text', 'since', 'until', 'place', 'actor', 'narrator', 'type', 'grade', 'state', 'country', 'reports'] as const;
export function filterOf(query: URLSearchParams): Record<string, string> {
  const filter: Record<string, string> = {};
  for (const name of filterNames) { const value = query.get(name); if (value) filter[name] = value; }
  return filter;
}

function Filters({ facets }: { facets?: Facets }) {
  const query = usePlace().query;
  const timer = useRef<number>();
  const set = (name: string, value: string) => setQuery({ [name]: value || undefined, offset: undefined }, true);
  const typed = (name: string) => (event: Event) => {
    const value = (event.target as HTMLInputElement).value;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => set(name, value), 250);
  };
  const picked = (name: string) => (event: Event) => set(name, (event.target as HTMLSelectElement).value);
  const counts = (list: { value: string; incidents: number }[] | undefined, value: string) => {
    const found = list?.find((one) => one.value === value);
    return found ? ` (${number(found.incidents)})` : '';
  };
  return (
    <form class="filters no-print" role="search" aria-label={t('filters')} onSubmit={(event) => event.preventDefault()}>
      <label>{t('searchText')}<input type="search" data-search dir="auto" name="text" defaultValue={query.get('text') ?? ''} onInput={typed('text')} /></label>
      <label>{t('place')}<input dir="auto" name="place" defaultValue={query.get('place') ?? ''} onInput={typed('place')} /></label>
      <label>{t('actor')}<input dir="auto" name="actor" defaultValue={query.get('actor') ?? ''} onInput={typed('actor')} /></label>
      <div class="two">
        <label>{t('since')}<input type="date" name="since" value={query.get('since') ?? ''} onChange={picked('since')} /></label>
        <label>{t('until')}<input type="date" name="until" value={query.get('until') ?? ''} onChange={picked('until')} /></label>
      </div>
      <label>{t('type')}<select name="type" value={query.get('type') ?? ''} onChange={picked('type')}><option value="">{t('any')}</option>{allTypes.map((type) => <option key={type} value={type}>{typeName(type)}{counts(facets?.types, type)}</option>)}</select></label>
      <label>{t('grade')}<select name="grade" value={query.get('grade') ?? ''} onChange={picked('grade')}><option value="">{t('any')}</option>{grades.map((grade) => <option key={grade} value={grade}>{tr('grade', grade)}{counts(facets?.grades, grade)}</option>)}</select></label>
      <label>{t('state')}<select name="state" value={query.get('state') ?? ''} onChange={picked('state')}><option value="">{t('any')}</option>{states.map((state) => <option key={state} value={state}>{tr('state', state)}{counts(facets?.states, state)}</option>)}</select></label>
      <label>{t('country')}<select name="country" value={query.get('country') ?? ''} onChange={picked('country')}><option value="">{t('any')}</option>{[...new Set([...(facets?.countries.map((one) => one.value) ?? []), ...(query.get('country') ? [query.get('country') as string] : [])])].map((code) => <option key={code} value={code}>{countryName(code)}{counts(facets?.countries, code)}</option>)}</select></label>
      <label>{t('leastReports')}<input type="number" min={1} max={1000} name="reports" value={query.get('reports') ?? ''} onChange={picked('reports')} /></label>
      {query.get('narrator') ? <p class="small"><Said>{query.get('narrator')}</Said> <button class="plain" onClick={() => set('narrator', '')}>{t('close')}</button></p> : null}
      <button type="reset" onClick={() => go('/' + (query.get('view') ? `?view=${query.get('view')}` : ''))}>{t('clear')}</button>
    </form>
  );
}

function toll(card: IncidentCard, field: 'killed' | 'injured'): string {
  const range = card[field];
  if (!range) return '';
  const { low, high } = range;
  const text = low !== null && high !== null && low !== high ? `${number(low)}–${number(high)}` : low !== null ? (high === null ? `${number(low)}+` : number(low)) : `≤ ${number(high ?? 0)}`;
  return `${t(field)}: ${text}`;
}

function Card({ card, at }: { card: IncidentCard; at: boolean }) {
  const { lang } = useSettings();
  const place = (lang === 'ar' ? card.place_ar ?? card.place_en : card.place_en ?? card.place_ar);
  const disputed = (Object.keys(card.agreement) as (keyof typeof card.agreement)[]).filter((field) => card.agreement[field] === 'disputed' || card.agreement[field] === 'denied');
  return (
    <li class={`card t-${card.grade}${at ? ' at' : ''}`} data-incident={card.id}>
      <div class="row small soft"><strong class="act">{typeName(card.type)}{card.means ? `: ${actName(card.means)}` : ''}</strong><span>{days(card.earliest, card.latest)}</span><bdi>{place ?? t('placeUnknown')}{card.country ? `${lang === 'ar' ? '، ' : ', '}${countryName(card.country)}` : ''}</bdi><span class="id">{card.id}</span></div>
      <h2><a href={`/incident/${card.id}`}>{card.title ? <Said>{card.title}</Said> : `${actName(card.means) || typeName(card.type)} · ${(currentSettings().lang === 'ar' ? card.place_ar : card.place_en) ?? t('placeUnknown')}`}</a></h2>
      <div class="row">
        <GradeChip grade={card.grade} />
        <span class="chip">{tr('state', card.status)}</span>
        <span class="small num">{counted(card.accounts, 'account1', 'accounts')} · {counted(card.reports, 'report1', 'reportsN')}{card.copies ? ` · ${counted(card.copies, 'copy1', 'copies')}` : ''}</span>
        {(['killed', 'injured'] as const).map((field) => toll(card, field) ? <span key={field} class="small num">{toll(card, field)}</span> : null)}
        {disputed.map((field) => <AgreementWord key={field} agreement={card.agreement[field]} field={t(field)} />)}
      </div>
    </li>
  );
}

function List({ query }: { query: URLSearchParams }) {
  const filter = filterOf(query);
  const offset = Number(query.get('offset') ?? 0);
  const size = 30;
  const values = { ...filter, sort: query.get('sort') ?? 'newest', offset, limit: size };
  const page = useLoad<Page<IncidentCard>>(`list ${JSON.stringify(values)}`, (signal) => get('/api/incidents', values, signal));
  // The card that J and K stand on. A new answer may take that card away; then the one in its place is stood on, so that
  // who reads by keyboard is never thrown back to the head of the page.
  const [at, setAt] = useState<string>();
  const stood = useRef(-1);
  const list = useRef<HTMLOListElement>(null);
  const items = page.value?.items ?? [];
  const stand = (index: number) => {
    stood.current = index;
    setAt(items[index]?.id);
    list.current?.querySelectorAll<HTMLElement>('h2 a')[index]?.focus();
  };
  const move = (by: number) => stand(Math.max(0, Math.min(items.length - 1, stood.current + by)));
  useLayoutEffect(() => {
    if (at === undefined) return;
    const found = items.findIndex((card) => card.id === at);
    const lost = document.activeElement === document.body && items.length > 0;
    if (lost) stand(found >= 0 ? found : Math.min(stood.current, items.length - 1));
    else { stood.current = found; if (found < 0) setAt(undefined); }
  }, [page.value]);
  useKeys({ KeyJ: () => move(1), KeyK: () => move(-1) });
  if (page.error) return <Problem error={page.error} retry={page.reload} />;
  if (!page.value) return <Busy />;
  const { total, next } = page.value;
  if (total === 0) return <div class="empty"><p>{t('noneFound')}</p><p>{t('noneFoundHint')}</p></div>;
  return (
    <div class={page.busy ? 'busy' : ''}>
      <ol class="cards" ref={list}>{items.map((card) => <Card key={card.id} card={card} at={card.id === at} />)}</ol>
      <nav class="pages no-print" aria-label={t('incidents')}>
        <button disabled={offset === 0} onClick={() => setQuery({ offset: offset > size ? String(offset - size) : undefined })}>{t('previous')}</button>
        <span class="num">{number(offset + 1)}–{number(offset + items.length)} {t('ofAll')} {number(total)}</span>
        <button disabled={next === null} onClick={() => setQuery({ offset: String(next) })}>{t('next')}</button>
      </nav>
    </div>
  );
}

function MapView({ query }: { query: URLSearchParams }) {
  const filter = filterOf(query);
  const map = useLoad<MapPoints>(`map ${JSON.stringify(filter)}`, (signal) => get('/api/incidents/map', filter, signal));
  if (map.error) return <Problem error={map.error} retry={map.reload} />;
  return (
    <Map height="min(62vh, 38rem)" label={t('map')} kept
      points={(map.value?.points ?? []).map(([id, grade, earliest, lat, lon, radius, accounts]) => ({ id, grade, lat, lon, radius, weight: accounts, label: `${id} · ${days(earliest, null)} · ${counted(accounts, 'account1', 'accounts')}` }))}
      pick={(id) => go(`/incident/${id}`)} />
  );
}

export function Incidents() {
  const query = usePlace().query;
  const view = query.get('view') ?? 'list';
  const filter = filterOf(query);
  const key = JSON.stringify(filter);
  const facets = useLoad<Facets>(`facets ${key}`, (signal) => get('/api/incidents/facets', filter, signal));
  const unbrushed = { ...filter, since: '', until: '' };
  const bars = useLoad<Timeline>(`bars ${JSON.stringify(unbrushed)}`, (signal) => get('/api/incidents/timeline', unbrushed, signal));
  const total = facets.value?.grades.reduce((sum, one) => sum + one.incidents, 0);
  const tab = (name: string, word: 'list' | 'map' | 'timeline') => {
    const to = new URLSearchParams(here().query);
    if (name === 'list') to.delete('view'); else to.set('view', name);
    return <a href={`/?${to.toString()}`} aria-current={view === name ? 'true' : undefined}>{t(word)}</a>;
  };
  return (
    <div class="split">
      <Filters key={query.get('narrator') ?? ''} facets={facets.value} />
      <div>
        <div class="bar">
          <h1>{t('incidents')} {total !== undefined ? <span class="soft num">{number(total)}</span> : null}</h1>
          <div class="tabs no-print">{tab('list', 'list')}{tab('map', 'map')}{tab('timeline', 'timeline')}</div>
          {view === 'list' ? <label class="no-print">{t('sort')}<select value={query.get('sort') ?? 'newest'} onChange={(event) => setQuery({ sort: (event.target as HTMLSelectElement).value, offset: undefined })}>
            {([['newest', 'newest'], ['oldest', 'oldest'], ['reports', 'byReports'], ['accounts', 'byAccounts'], ['killed', 'byKilled']] as const).map(([value, word]) => <option key={value} value={value}>{t(word)}</option>)}</select></label> : null}
        </div>
        {bars.value && bars.value.bars.length > 0 ? <Bars timeline={bars.value} since={query.get('since')} until={query.get('until')} tall={view === 'timeline'} brush={(since, until) => setQuery({ since, until, offset: undefined })} /> : null}
        {view === 'map' ? <MapView query={query} /> : null}
        {view !== 'map' ? <List query={query} /> : null}
      </div>
    </div>
  );
}
