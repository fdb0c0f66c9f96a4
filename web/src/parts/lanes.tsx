// When it happened, as each account has it, against when each report said so: two lanes that are never mixed.
import type { Comparison } from '../api';
import { narratorName } from './names';
import { useSettings } from '../state';
import { day, digitsOf, t, tr } from '../words';

const wide = 1000, side = 90;
// A date among Latin digits keeps its order: its words decide the direction.
const isolated = (text: string) => `\u2068${text}\u2069`;
const dayOf = (iso: string) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 864e5;

export function Lanes({ view }: { view: Comparison }) {
  const { lang } = useSettings();
  const times = view.accounts.flatMap((account) => account.cells.time.values.filter((one) => one.earliest).map((one) => ({ from: dayOf(one.earliest as string), to: dayOf(one.latest ?? one.earliest as string), who: narratorName(view, account.narrator), timex: one.timex })));
  const distinct = [...new Map(times.map((one) => [`${one.from}|${one.to}|${one.who}`, one])).values()].slice(0, 8);
  const reports = view.reports.filter((report) => report.published).map((report) => ({ at: dayOf(report.published as string), report }));
  if (!distinct.length && !reports.length) return null;
  // Nobody names the day: the incident's own bracket, in words that say so.
  if (!distinct.length && view.incident.earliest) distinct.push({ from: dayOf(view.incident.earliest), to: dayOf(view.incident.latest ?? view.incident.earliest), who: t('bracket'), timex: null });
  const all = [...distinct.flatMap((one) => [one.from, one.to + 1]), ...reports.flatMap((one) => [one.at, one.at + 1])];
  const low = Math.min(...all) - 0.5, high = Math.max(...all) + 0.5;
  // Arabic has the newest on the left.
  const x = (at: number) => { const share = (at - low) / (high - low); return side + (lang === 'ar' ? 1 - share : share) * (wide - 2 * side); };
  const marks = [
    ...view.corrections.filter((one) => one.published).map((one) => ({ at: dayOf(one.published as string), text: `${t(one.field)}: ${digitsOf(`${one.from} → ${one.to}`)}`, tone: 'var(--differ)' })),
    ...view.denials.flatMap((one) => { const published = view.claims[one.claim]?.published; return published ? [{ at: dayOf(published), text: `${t('mark.deny')}: ${tr('denies', one.kind)}`, tone: 'var(--deny)' }] : []; }),
  ].slice(0, 6);
  const top = 24, step = 22;
  const line = top + distinct.length * step + 20;
  const perDay = new Map<number, number>();
  const stacked = reports.map((one) => { const n = perDay.get(one.at) ?? 0; perDay.set(one.at, n + 1); return { ...one, n: Math.min(n, 5) }; });
  const lane = line + 22 + Math.max(1, ...stacked.map((one) => one.n + 1)) * 17;
  const tall = lane + marks.length * 20 + 12;
  const span = Math.max(1, Math.round(high - low));
  const ticks = Array.from({ length: Math.min(6, span + 1) }, (_, i) => Math.round(low + 0.5 + (i * (high - low - 1)) / Math.max(1, Math.min(5, span))));
  const edge = lang === 'ar' ? wide - 8 : 8;
  return (
    <svg class="lanes" viewBox={`0 0 ${wide} ${tall}`} role="group" aria-label={`${t('eventLane')}, ${t('reportLane')}`} direction="ltr">
      <defs><linearGradient id="soft"><stop offset="0" stop-color="var(--agree)" stop-opacity=".15" /><stop offset=".25" stop-color="var(--agree)" stop-opacity=".75" /><stop offset=".75" stop-color="var(--agree)" stop-opacity=".75" /><stop offset="1" stop-color="var(--agree)" stop-opacity=".15" /></linearGradient></defs>
      <text x={edge} y={14} text-anchor={lang === 'ar' ? 'end' : 'start'} font-weight="600">{t('eventLane')}</text>
      {[...new Set(ticks)].map((at) => <g key={at}><path class="axis" d={`M${x(at + 0.5)} ${top - 4}V${lane - 2}`} stroke-dasharray="2 5" /><text x={x(at + 0.5)} y={line + 2} text-anchor="middle" font-size="12">{isolated(day(new Date(at * 864e5).toISOString().slice(0, 10)))}</text></g>)}
      {distinct.map((one, i) => {
        const a = Math.min(x(one.from), x(one.to + 1)), b = Math.max(x(one.from), x(one.to + 1));
        const near = (a + b) / 2 < wide / 2;
        return <g key={one.who + i}><rect x={a} y={top + i * step} width={Math.max(10, b - a)} height={13} rx={6.5} fill={one.to > one.from ? 'url(#soft)' : 'var(--agree)'}><title>{`${one.who}: ${one.timex ?? ''}`}</title></rect><text x={near ? b + 8 : a - 8} y={top + i * step + 12} text-anchor={near ? 'start' : 'end'}>{isolated(one.who.length > 60 ? `${one.who.slice(0, 59)}…` : one.who)}</text></g>;
      })}
      <text x={edge} y={line + 18} text-anchor={lang === 'ar' ? 'end' : 'start'} font-weight="600">{t('reportLane')}</text>
      {stacked.map((one) => <a key={one.report.id} href={`/report/${encodeURIComponent(one.report.id)}`} aria-label={one.report.title ?? one.report.id}><circle cx={x(one.at + 0.5)} cy={line + 32 + one.n * 17} r={6.5} fill="var(--link)"><title>{`${one.report.outlet ?? ''} · ${one.report.title ?? one.report.id}`}</title></circle></a>)}
      {marks.map((mark, i) => { const at = x(mark.at + 0.5); const near = at < wide / 2; return <g key={mark.text + i}><path d={`M${at - 6} ${lane + 12 + i * 20}h12l-6 -9z`} fill={mark.tone} /><text x={near ? at + 12 : at - 12} y={lane + 13 + i * 20} text-anchor={near ? 'start' : 'end'}>{isolated(mark.text)}</text></g>; })}
    </svg>
  );
}
