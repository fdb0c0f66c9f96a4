// A report as it was read: its text with what was found in it, the claims beside it, and how the bytes were come by.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { get, part, type CodedClaim, type ReportView, type Span } from '../api';
import { useKeys } from '../keys';
import { partyName } from '../parts/names';
import { Busy, Problem, Said } from '../parts/plain';
import { may } from '../session';
import { useLoad, usePlace } from '../state';
import { actName, day, days, digitsOf, number, t, tr, typeName } from '../words';

type Kind = 'trigger' | 'actor' | 'place' | 'time' | 'number' | 'narrator';
interface Found { begin: number; end: number; kind: Kind; claim: string }
const kinds: Kind[] = ['trigger', 'actor', 'place', 'time', 'number', 'narrator'];

// Figures have no offsets of their own: their words are looked for in the claim's sentence.
function figureSpan(claim: CodedClaim, words: unknown, points: string[]): Span | null {
  if (typeof words !== 'string' || !words) return null;
  const sentence = points.slice(claim.sentence.begin, claim.sentence.end).join('');
  const at = sentence.indexOf(words);
  if (at < 0) return null;
  const begin = claim.sentence.begin + [...sentence.slice(0, at)].length;
  return { text: words, begin, end: begin + [...words].length };
}

function spansOf(claims: CodedClaim[], inTitle: boolean, text: string): Found[] {
  const points = [...text];
  const found: Found[] = [];
  for (const claim of claims) {
    const add = (span: Partial<Span> | null | undefined, kind: Kind) => {
      if (!span || span.begin == null || span.end == null || span.end <= span.begin || (span.in === 'title') !== inTitle) return;
      found.push({ begin: span.begin, end: span.end, kind, claim: claim.id });
    };
    add(claim.trigger, 'trigger');
    for (const party of [...claim.agents, ...claim.recipients]) add(party, 'actor');
    add(claim.place, 'place');
    add(claim.time, 'time');
    for (const link of claim.chain) add(link.narrator, 'narrator');
    for (const toll of Object.values(claim.casualties)) if (!inTitle && toll && typeof toll === 'object' && !Array.isArray(toll)) add(figureSpan(claim, (toll as { text?: unknown }).text, points), 'number');
  }
  return found;
}

// Offsets count code points. Of words that are several things at once, the narrowest shows; words are never cut.
function Marked({ text, spans, lit }: { text: string; spans: Found[]; lit: string | null }) {
  const pieces = useMemo(() => {
    const points = [...text];
    const word = (c: string | undefined) => c !== undefined && /[\p{L}\p{M}\p{N}]/u.test(c);
    const owner: (Found | undefined)[] = new Array(points.length);
    for (const span of [...spans].sort((a, b) => (b.end - b.begin) - (a.end - a.begin) || (a.claim === lit ? 1 : 0) - (b.claim === lit ? 1 : 0))) {
      let { begin, end } = span;
      while (begin > 0 && word(points[begin - 1]) && word(points[begin])) --begin;
      while (end < points.length && word(points[end]) && word(points[end - 1])) ++end;
      for (let i = begin; i < end && i < points.length; ++i) owner[i] = span;
    }
    const all: { text: string; span?: Found }[] = [];
    for (let i = 0; i < points.length;) {
      let j = i;
      while (j < points.length && owner[j] === owner[i]) ++j;
      all.push({ text: points.slice(i, j).join(''), span: owner[i] });
      i = j;
    }
    return all;
  }, [text, spans, lit]);
  return <>{pieces.map((piece, i) => (piece.span ? <span key={i} class={`span s-${piece.span.kind}${piece.span.claim === lit ? ' lit' : ''}`} title={t(`span.${piece.span.kind}`)}>{piece.text}</span> : piece.text))}</>;
}

function figures(claim: CodedClaim): string {
  const parts: string[] = [];
  for (const field of ['killed', 'injured'] as const) {
    const toll = claim.casualties[field] as { low: number | null; high: number | null } | undefined;
    if (toll && (toll.low != null || toll.high != null)) parts.push(`${t(field)}: ${toll.low != null ? number(toll.low) : '?'}${toll.high === toll.low ? '' : toll.high == null ? '+' : `–${number(toll.high)}`}`);
  }
  return parts.join(' · ');
}

function Claim({ claim, incident, lit, pick }: { claim: CodedClaim; incident?: string; lit: boolean; pick: () => void }) {
  const [why, setWhy] = useState(false);
  const names = (list: { name: string | null; text: string }[]) => list.map(partyName).join('، ');
  return (
    <section class={`claim${lit ? ' lit' : ''}`} id={claim.id} style={{ marginBlockStart: 0 }} onMouseEnter={pick} onFocusCapture={pick} aria-label={claim.id}>
      <div class="row"><strong>{typeName(claim.type)}{claim.means ? `: ${actName(claim.means)}` : ''}</strong><span class="small soft">{tr('fact', claim.factuality)}{claim.background ? ` · ${t('background')}` : ''} · {tr('certainty', claim.certainty)} · {t('confidence')} {number(Math.round(claim.confidence * 100) / 100)}</span>{incident ? <a class="chip id" href={`/incident/${incident}?claim=${part(claim.id)}`}>{incident}</a> : null}</div>
      <dl>
        {claim.agents.length ? <><dt>{t('agent')}</dt><dd><Said>{names(claim.agents)}</Said></dd></> : null}
        {claim.recipients.length ? <><dt>{t('target')}</dt><dd><Said>{names(claim.recipients)}</Said></dd></> : null}
        {claim.place ? <><dt>{t('place')}</dt><dd><Said>{claim.place.name_ar ?? claim.place.text}</Said>{claim.place.radius_km ? <span class="small soft"> ±{number(claim.place.radius_km)} km</span> : null}</dd></> : null}
        {claim.time ? <><dt>{t('time')}</dt><dd>{days(claim.time.earliest, claim.time.latest)}{claim.time.text ? <span class="small soft"> «<Said>{claim.time.text}</Said>»</span> : null}</dd></> : null}
        {figures(claim) ? <><dt>{t('span.number')}</dt><dd class="num">{digitsOf(figures(claim))}</dd></> : null}
        <dt>{t('narrator')}</dt><dd>{claim.chain.map((link, i) => <span key={i}>{i ? ' ← ' : ''}<Said>{partyName(link.narrator)}</Said> <span class="small soft">({tr('manner', link.manner)})</span></span>)}</dd>
      </dl>
      <button class="plain small" aria-expanded={why} onClick={() => setWhy(!why)}>{t('why')}</button> <span class="small soft">{t('rule')}: <bdi>{claim.rule}</bdi></span>
      {why ? <pre>{(claim.trace ?? []).join('\n')}</pre> : null}
    </section>
  );
}

export function ReportPage({ id }: { id: string }) {
  const load = useLoad<ReportView>(`report ${id}`, (signal) => get(`/api/reports/${part(id)}`, {}, signal));
  const asked = usePlace().query.get('claim');
  const [lit, setLit] = useState<string | null>(asked);
  const claims = load.value?.record.claims ?? [];
  const titled = useMemo(() => spansOf(claims, true, ''), [load.value]);
  const inText = useMemo(() => spansOf(claims, false, load.value?.record.report.text ?? ''), [load.value]);
  useEffect(() => { if (asked && load.value) document.getElementById(asked)?.scrollIntoView({ block: 'center' }); }, [asked, load.value]);
  const step = (by: number) => {
    const at = claims.findIndex((one) => one.id === lit);
    const next = claims[Math.max(0, Math.min(claims.length - 1, at + by))];
    if (next) { setLit(next.id); document.getElementById(next.id)?.scrollIntoView({ block: 'nearest' }); }
  };
  useKeys({ KeyJ: () => step(1), KeyK: () => step(-1) });
  if (load.error) return <Problem error={load.error} retry={load.reload} />;
  if (!load.value) return <Busy />;
  const { record, versions, incidents } = load.value;
  const { report } = record;
  const web = report.url && /^https?:\/\//.test(report.url) ? report.url : null;
  return (
    <article>
      <div class="head">
        <div class="row soft"><bdi>{report.id}</bdi>{report.published ? <span>{t('published')} {day(report.published)}</span> : null}<Said>{report.outlet}</Said><Said>{report.byline}</Said>{web ? <a href={web} rel="noreferrer noopener" target="_blank"><bdi>{web}</bdi></a> : report.url ? <bdi>{report.url}</bdi> : null}</div>
        <h1><Said>{report.title ? <Marked text={report.title} spans={titled} lit={lit} /> : t('noTitle')}</Said></h1>
        <p class="legend" style={{ margin: 0 }}>{kinds.map((kind) => <span key={kind} class={`span s-${kind}`} style={{ color: 'var(--ink)', padding: '0 .4em' }}>{t(`span.${kind}`)}</span>)}</p>
      </div>
      <div class="reading" style={{ marginBlockStart: '1rem' }}>
        <div class="body" lang="ar" dir="auto" tabIndex={0} aria-label={t('text')}>{report.text || may('analyst') ? <Marked text={report.text} spans={inText} lit={lit} /> : <span class="soft">{t('withheld')}</span>}</div>
        <div class="margin"><h2>{t('claimsMargin')} <span class="soft num">{number(claims.length)}</span></h2>
          {claims.length === 0 ? <p class="soft">{t('noClaims')}</p> : null}
          {claims.map((claim) => <Claim key={claim.id} claim={claim} incident={incidents[claim.id]} lit={claim.id === lit} pick={() => setLit(claim.id)} />)}
        </div>
      </div>
      {record.warnings.length ? <section><h2>{t('warnings')}</h2><ul>{record.warnings.map((one) => <li key={one.code + one.begin}><bdi class="small soft">{one.code}</bdi> <bdi dir="auto">{one.message}</bdi></li>)}</ul></section> : null}
      <section><h2>{t('capture')}</h2>
        <div class="scroll" tabIndex={0} role="region" aria-label={t('capture')}><table><thead><tr><th scope="col">{t('version')}</th><th scope="col">SHA-256</th><th scope="col">{t('takenAt')}</th><th scope="col">{t('captured')}</th><th scope="col">{t('source')}</th><th scope="col">{t('engine')}</th></tr></thead>
          <tbody>{versions.map((one) => <tr key={one.version}><td class="num">{number(one.version)} {may('analyst') ? <a href={`/api/reports/${part(report.id)}/versions/${one.version}`} download>{t('original')}</a> : null}</td><td><bdi class="small" style={{ wordBreak: 'break-all' }}>{one.sha256}</bdi></td><td><bdi class="small">{one.taken_at}</bdi></td><td><bdi class="small">{one.captured_at ?? '—'}</bdi></td><td><bdi class="small">{one.url_reached ?? one.parent ?? '—'}</bdi></td><td><bdi class="small">{one.engine}</bdi></td></tr>)}</tbody></table></div>
        <p class="small soft">{t('evidential')}</p>
      </section>
    </article>
  );
}
