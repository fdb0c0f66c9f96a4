// Incidents over time, a bar a month, stacked by grade; dragging over it filters by day. Arabic has the newest on the left.
import { useRef, useState } from 'preact/hooks';
import { grades, type Timeline } from '../api';
import { useSettings } from '../state';
import { month, number, t } from '../words';
import { GradeChip } from './signs';

const wide = 1000;

function monthsBetween(first: string, last: string): string[] {
  const all: string[] = [];
  let [year = 0, at = 1] = first.split('-').map(Number);
  for (let guard = 0; guard < 3000; ++guard) {
    const name = `${year}-${String(at).padStart(2, '0')}`;
    all.push(name);
    if (name >= last) break;
    if (++at > 12) { at = 1; ++year; }
  }
  return all;
}
function lastDay(name: string): string {
  const [year = 0, at = 1] = name.split('-').map(Number);
  return `${name}-${String(new Date(Date.UTC(year, at, 0)).getUTCDate()).padStart(2, '0')}`;
}

export function Bars({ timeline, since, until, tall, brush }: { timeline: Timeline; since: string | null; until: string | null; tall: boolean; brush: (since?: string, until?: string) => void }) {
  const { lang } = useSettings();
  const svg = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const names = timeline.bars.map((bar) => bar.period.slice(0, 7)).sort();
  const months = monthsBetween(names[0] ?? '2000-01', names[names.length - 1] ?? '2000-01');
  const high = tall ? 260 : 84;
  const sums = new Map<string, number>();
  for (const bar of timeline.bars) sums.set(bar.period, (sums.get(bar.period) ?? 0) + bar.incidents);
  const most = Math.max(1, ...sums.values());
  const step = wide / months.length;
  const x = (i: number) => (lang === 'ar' ? wide - (i + 1) * step : i * step);
  const y = (count: number) => (count / most) * (high - 24);
  const at = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    const share = box ? (event.clientX - box.left) / box.width : 0;
    const i = Math.floor((lang === 'ar' ? 1 - share : share) * months.length);
    return Math.max(0, Math.min(months.length - 1, i));
  };
  const chosen = drag ? [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)] : since || until ? [months.findIndex((name) => !since || name >= since.slice(0, 7)), months.reduce((last, name, i) => (!until || name <= until.slice(0, 7) ? i : last), 0)] : null;
  const every = Math.max(1, Math.ceil(months.length / 8));
  return (
    <figure class="no-print" style={{ margin: '1rem 0 0' }}>
      <svg ref={svg} class="bars" viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={`${t('timeline')}: ${month(months[0] ?? '')} – ${month(months[months.length - 1] ?? '')}, ${number([...sums.values()].reduce((a, b) => a + b, 0))} ${t('found')}`}
        onPointerDown={(event) => { svg.current?.setPointerCapture(event.pointerId); const i = at(event); setDrag({ from: i, to: i }); }}
        onPointerMove={(event) => { if (drag) setDrag({ ...drag, to: at(event) }); }}
        onPointerUp={() => { if (drag) brush(`${months[Math.min(drag.from, drag.to)]}-01`, lastDay(months[Math.max(drag.from, drag.to)] ?? '')); setDrag(null); }}>
        {chosen && (chosen[0] ?? -1) >= 0 ? <rect class="brush" x={Math.min(x(chosen[0] ?? 0), x(chosen[1] ?? 0))} y={0} width={((chosen[1] ?? 0) - (chosen[0] ?? 0) + 1) * step} height={high - 18} /> : null}
        {months.map((name, i) => {
          let under = high - 20;
          return grades.map((grade) => {
            const bar = timeline.bars.find((one) => one.period === name && one.grade === grade);
            if (!bar) return null;
            const size = Math.max(1.5, y(bar.incidents));
            under -= size;
            return <rect key={name + grade} class={`t-${grade}`} x={x(i) + step * 0.08} y={under} width={Math.max(1.2, step * 0.84)} height={size} fill="var(--tone)"><title>{`${month(name)}: ${number(bar.incidents)}`}</title></rect>;
          });
        })}
        <path d={`M0 ${high - 19.5}H${wide}`} stroke="var(--line)" />
        {months.map((name, i) => (i % every === 0 ? <text key={name} x={Math.max(42, Math.min(wide - 42, x(i) + step / 2))} y={high - 4} text-anchor="middle">{`\u2068${month(name)}\u2069`}</text> : null))}
      </svg>
      {tall ? <figcaption class="legend">{grades.map((grade) => <GradeChip key={grade} grade={grade} />)}</figcaption> : null}
    </figure>
  );
}
