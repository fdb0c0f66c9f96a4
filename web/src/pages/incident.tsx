// One incident: who says what of it, through whom, where and when; and what people decided.
import { useState } from 'preact/hooks';
import { get, part, type CellValue, type Comparison as View } from '../api';
import { useKeys } from '../keys';
import { Chains } from '../parts/chains';
import { Comparison } from '../parts/comparison';
import { Evidence } from '../parts/evidence';
import { Lanes } from '../parts/lanes';
import { Map, type Point } from '../parts/map';
import { Busy, Problem, Said } from '../parts/plain';
import { Review, type Act } from '../parts/review';
import { narratorName } from '../parts/names';
import { GradeChip } from '../parts/signs';
import { may } from '../session';
import { useLoad, usePlace, useSettings } from '../state';
import { actName, counted, countryName, day, days, digitsOf, reasonText, t, tr, typeName } from '../words';

// Each place that somebody names, once.
function placesOf(view: View, lang: string): Point[] {
  const points = new globalThis.Map<string, Point>();
  for (const account of view.accounts) {
    for (const value of account.cells.place.values) {
      if (value.lat == null || value.lon == null) continue;
      const name = (lang === 'ar' ? value.name_ar : value.name_en) ?? value.value ?? '';
      const key = `${value.lat.toFixed(3)},${value.lon.toFixed(3)}`;
      const known = points.get(key);
      if (known) known.weight = (known.weight ?? 1) + 1; else points.set(key, { id: key, lat: value.lat, lon: value.lon, radius: value.radius_km ?? 0, grade: view.incident.grade, weight: 1, name, label: `${name} ±${value.radius_km ?? '?'} km` });
    }
  }
  return [...points.values()];
}

export function IncidentPage({ id }: { id: string }) {
  const { lang } = useSettings();
  const query = usePlace().query;
  const load = useLoad<View>(`incident ${id}`, (signal) => get(`/api/incidents/${part(id)}/comparison`, {}, signal));
  const [claim, setClaim] = useState<string | null>(query.get('claim'));
  const [value, setValue] = useState<CellValue | null>(null);
  const show = (id: string | null, of?: CellValue) => { setClaim(id); setValue(of ?? null); };
  const [act, setAct] = useState<Act | null>(null);
  useKeys({
    ...(claim ? { Escape: () => show(null) } : {}),
    ...(claim && may('analyst') ? { KeyE: () => setAct({ kind: 'correct', claim }), KeyM: () => setAct({ kind: 'move', claim }) } : {}),
    KeyP: () => window.print(),
  });
  if (load.error) return <Problem error={load.error} retry={load.reload} />;
  const view = load.value;
  if (!view) return <Busy />;
  const { incident } = view;
  const place = incident.place;
  const placeName = place ? (lang === 'ar' ? place.name_ar ?? place.text : place.name_en ?? place.text) ?? '' : t('placeUnknown');
  const points = placesOf(view, lang);
  const main = points.find((one) => place?.lat != null && Math.abs(one.lat - place.lat) < 0.01 && Math.abs(one.lon - (place.lon ?? 0)) < 0.01) ?? points[0];
  const rivals = view.incident.agreement.place === 'disputed' && main ? points.filter((one) => one !== main).map((one): [Point, Point] => [main, one]) : [];
  return (
    <article class={load.busy ? 'busy' : ''}>
      <div class="head">
        <div class="row soft"><span class="id">{incident.id}</span><span>{days(incident.earliest, incident.latest)}</span><bdi>{placeName}{place?.country ? `${lang === 'ar' ? '، ' : ', '}${countryName(place.country)}` : ''}</bdi><span>{typeName(incident.type)}{incident.means ? `: ${actName(incident.means)}` : ''}</span></div>
        <h1>{incident.title ? <Said>{incident.title}</Said> : `${actName(incident.means) || typeName(incident.type)} · ${placeName}`}</h1>
        <div class="row">
          <GradeChip grade={incident.grade} /><span class="small soft">{t(view.graded ? 'signed' : 'proposed')}{view.grade_reason ? <> · <bdi dir="auto">{view.graded ? view.grade_reason : reasonText(view.grade_reason)}</bdi></> : null}</span>
        </div>
        <div class="row">
          <span class="chip">{tr('state', incident.review.status)}{view.assigned ? <>: <Said>{view.assigned}</Said></> : null}</span>
          <span class="small">{counted(incident.independent_chains, 'account1', 'accounts')} · {counted(incident.reports.length, 'report1', 'reportsN')} · {counted(incident.copies, 'copy1', 'copies')}</span>
          <span class="row no-print"><button class="chip" onClick={() => window.print()}>{t('print')}</button><a class="chip" href={`/api/incidents/${part(incident.id)}/comparison.csv`} download>{t('tableFile')}</a></span>
        </div>
        {incident.review.status === 'unreviewed' ? <p style={{ margin: 0 }}><span class="warnline">{t('machine')}</span></p> : null}
      </div>
      <section><h2>{t('comparison')}</h2><Comparison view={view} show={show} /></section>
      {view.corrections.length || view.denials.length ? (
        <section><h2>{t('corrections')}</h2><ul>
          {view.corrections.map((one) => <li key={one.claim + one.field}><Said>{narratorName(view, one.narrator)}</Said>: {t(one.field)} <bdi class="num">{digitsOf(`${one.from} → ${one.to}`)}</bdi> <span class="soft small">{day(one.published)}</span></li>)}
          {view.denials.map((one) => <li key={one.claim + one.kind}><span class="mark m-deny">{t('mark.deny')}</span> <Said>{narratorName(view, one.narrator)}</Said>: {tr('denies', one.kind)} <button class="plain small" onClick={() => show(one.claim)}><bdi>{one.claim}</bdi></button></li>)}
        </ul></section>) : null}
      <section><h2>{t('chains')}</h2><Chains view={view} /></section>
      <section><h2>{t('timeline')}</h2><Lanes view={view} /></section>
      <section><h2>{t('map')}</h2>{points.length ? <Map points={points} lines={rivals} label={`${t('map')}: ${points.map((one) => one.name).join('، ')}`} /> : <p class="soft">{t('noPosition')}</p>}</section>
      <section><h2>{t('theReports')}</h2>
        <ol class="cards">{view.reports.map((report) => <li key={report.id} class="card"><div class="row small soft"><span>{day(report.published)}</span><Said>{report.outlet}</Said><bdi>{report.id}</bdi></div><h3><a href={`/report/${part(report.id)}`}><Said>{report.title ?? report.id}</Said></a></h3></li>)}</ol>
      </section>
      <Review view={view} reload={load.reload} act={act} setAct={setAct} />
      {claim && view.claims[claim] ? <Evidence id={claim} claim={view.claims[claim]} value={value} close={() => show(null)} correct={() => setAct({ kind: 'correct', claim })} move={() => setAct({ kind: 'move', claim })} /> : null}
    </article>
  );
}
