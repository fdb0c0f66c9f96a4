// A map without tiles: Natural Earth's outlines on a canvas, places as circles as large as they are uncertain. Names are
// HTML, so that Arabic is shaped as everywhere else.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Topology, GeometryCollection } from 'topojson-specification';
import { grades, type Grade } from '../api';
import { gradeShape, GradeChip } from './signs';
import { here, setQuery, useSettings } from '../state';
import { countryName, t } from '../words';

export interface Point { id: string; lat: number; lon: number; radius: number; grade?: Grade; weight?: number; label: string; name?: string }
interface View { lon: number; lat: number; zoom: number }
interface World { land: Path2D; borders: Path2D; names: { code: string; x: number; y: number; size: number }[] }

// Mercator on a square of side 1.
const mx = (lon: number) => (lon + 180) / 360;
const my = (lat: number) => { const a = Math.max(-84, Math.min(84, lat)) * Math.PI / 180; return 0.5 - Math.log(Math.tan(Math.PI / 4 + a / 2)) / (2 * Math.PI); };
const latOf = (y: number) => (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 2 - Math.PI / 2) * 180 / Math.PI;

let world: Promise<World> | undefined;
async function loadWorld(): Promise<World> {
  const [{ feature, mesh }, url] = await Promise.all([import('topojson-client'), import('world-atlas/countries-50m.json?url')]);
  const atlas = await (await fetch(url.default)).json() as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const land = new Path2D();
  const ring = (path: Path2D, points: number[][]) => {
    let last = 0;
    points.forEach(([lon = 0, lat = 0], i) => {
      const x = mx(lon);
      if (i === 0 || Math.abs(x - last) > 0.5) path.moveTo(x, my(lat)); else path.lineTo(x, my(lat));
      last = x;
    });
  };
  const names: World['names'] = [];
  for (const country of feature(atlas, atlas.objects.countries).features) {
    const shapes = country.geometry?.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry?.type === 'MultiPolygon' ? country.geometry.coordinates : [];
    let largest = 0, at = { x: 0, y: 0 };
    for (const shape of shapes) {
      for (const points of shape) { ring(land, points); land.closePath(); }
      const outer = shape[0] ?? [];
      const xs = outer.map(([lon = 0]) => mx(lon)), ys = outer.map(([, lat = 0]) => my(lat));
      const width = Math.max(...xs) - Math.min(...xs);
      if (width > largest && width < 0.5) { largest = width; at = { x: (Math.max(...xs) + Math.min(...xs)) / 2, y: (Math.max(...ys) + Math.min(...ys)) / 2 }; }
    }
    const code = country.id === undefined ? '' : new Intl.Locale(`und-${String(country.id).padStart(3, '0')}`).region ?? '';
    if (/^[A-Z]{2}$/.test(code)) names.push({ code, ...at, size: largest });
  }
  const borders = new Path2D();
  for (const line of mesh(atlas, atlas.objects.countries, (a, b) => a !== b).coordinates) ring(borders, line);
  return { land, borders, names };
}

function viewOf(points: Point[]): View {
  if (points.length === 0) return { lon: 38, lat: 28, zoom: 8 };
  // Outliers do not decide what is seen first.
  const sorted = (values: number[]) => values.sort((a, b) => a - b);
  const cut = points.length > 20 ? Math.floor(points.length * 0.05) : 0;
  const pad = (p: Point) => Math.max(1.3, p.radius / 60);
  const west = sorted(points.map((p) => mx(p.lon - pad(p))))[cut] ?? 0, east = sorted(points.map((p) => mx(p.lon + pad(p)))).reverse()[cut] ?? 1;
  const north = sorted(points.map((p) => my(p.lat + pad(p))))[cut] ?? 0, south = sorted(points.map((p) => my(p.lat - pad(p)))).reverse()[cut] ?? 1;
  const zoom = Math.min(900, 0.8 / Math.max(east - west, (south - north) * 1.6, 0.0012));
  return { lon: (east + west) / 2 * 360 - 180, lat: latOf((north + south) / 2), zoom };
}

function colour(name: string): string { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }

export function Map({ points, lines = [], pick, height, label, kept = false }: { points: Point[]; lines?: [Point, Point][]; pick?: (id: string) => void; height?: string; label: string; kept?: boolean }) {
  const settings = useSettings();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [land, setLand] = useState<World>();
  const stored = kept ? here().query.get('at')?.split(',').map(Number) : undefined;
  const [view, setView] = useState<View | null>(stored && stored.length === 3 && stored.every(Number.isFinite) ? { lon: stored[0] ?? 0, lat: stored[1] ?? 0, zoom: stored[2] ?? 8 } : null);
  const [tip, setTip] = useState<{ x: number; y: number; text: string } | null>(null);
  const grip = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  const shown = view ?? viewOf(points);

  useEffect(() => { (world ??= loadWorld()).then(setLand, () => undefined); }, []);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => { if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height }); });
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (!kept || !view) return;
    const timer = setTimeout(() => setQuery({ at: `${view.lon.toFixed(3)},${view.lat.toFixed(3)},${view.zoom.toFixed(1)}` }, true), 300);
    return () => clearTimeout(timer);
  }, [view, kept]);

  const scale = size.width * shown.zoom;
  const toX = (lon: number) => (mx(lon) - mx(shown.lon)) * scale + size.width / 2;
  const toY = (lat: number) => (my(lat) - my(shown.lat)) * scale + size.height / 2;
  // A circle of so many kilometres where it lies; never smaller than can be seen.
  const toR = (point: Point) => Math.max(5 + Math.min(6, Math.sqrt(point.weight ?? 1)), point.radius / 40075 / Math.cos(point.lat * Math.PI / 180) * scale);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !canvas.current || size.width === 0) return;
    const sharp = window.devicePixelRatio || 1;
    canvas.current.width = size.width * sharp;
    canvas.current.height = size.height * sharp;
    const flat = () => context.setTransform(sharp, 0, 0, sharp, 0, 0);
    flat();
    context.fillStyle = colour('--sea');
    context.fillRect(0, 0, size.width, size.height);
    if (land) {
      context.setTransform(sharp * scale, 0, 0, sharp * scale, sharp * (size.width / 2 - mx(shown.lon) * scale), sharp * (size.height / 2 - my(shown.lat) * scale));
      context.fillStyle = colour('--land');
      context.strokeStyle = colour('--border');
      context.lineWidth = 0.9 / scale;
      context.fill(land.land);
      context.stroke(land.land);
      context.lineWidth = 1.1 / scale;
      context.stroke(land.borders);
      flat();
    }
    context.setLineDash([6, 5]);
    context.lineWidth = 2;
    context.strokeStyle = colour('--contested');
    for (const [a, b] of lines) { context.beginPath(); context.moveTo(toX(a.lon), toY(a.lat)); context.lineTo(toX(b.lon), toY(b.lat)); context.stroke(); }
    context.setLineDash([]);
    for (const point of [...points].reverse()) {
      const x = toX(point.lon), y = toY(point.lat), r = toR(point);
      if (x < -r || y < -r || x > size.width + r || y > size.height + r) continue;
      const tone = colour(`--${point.grade ?? 'fair'}`);
      context.globalAlpha = 0.16;
      context.fillStyle = tone;
      context.beginPath(); context.arc(x, y, r, 0, 7); context.fill();
      context.globalAlpha = 0.9;
      context.strokeStyle = tone;
      context.lineWidth = 1.4;
      context.stroke();
      context.globalAlpha = 1;
      // The shape of the grade, only where the place is no wider than a town.
      if (point.radius <= 15) {
        context.save();
        context.translate(x - 5, y - 5);
        context.scale(10 / 16, 10 / 16);
        context.fill(new Path2D(gradeShape[point.grade ?? 'fair']));
        context.restore();
      }
    }
  }, [land, size, shown.lon, shown.lat, shown.zoom, points, lines, settings.theme, document.documentElement.classList.contains('dark')]);

  const under = (event: PointerEvent): Point | undefined => {
    const rect = box.current?.getBoundingClientRect();
    if (!rect) return undefined;
    const x = event.clientX - rect.left, y = event.clientY - rect.top;
    let best: Point | undefined, near = 1e9;
    for (const point of points) {
      const away = Math.hypot(toX(point.lon) - x, toY(point.lat) - y);
      if (away <= Math.min(toR(point), 24) + 4 && away < near) { near = away; best = point; }
    }
    return best;
  };
  const zoomBy = (factor: number) => setView({ ...shown, zoom: Math.max(1, Math.min(2500, shown.zoom * factor)) });
  const shift = (dx: number, dy: number) => setView({ ...shown, lon: Math.max(-180, Math.min(180, shown.lon - dx / scale * 360)), lat: latOf(Math.max(0.05, Math.min(0.95, my(shown.lat) - dy / scale))) });
  const keys = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = { ArrowLeft: () => shift(60, 0), ArrowRight: () => shift(-60, 0), ArrowUp: () => shift(0, 60), ArrowDown: () => shift(0, -60), Equal: () => zoomBy(1.4), Minus: () => zoomBy(1 / 1.4) };
    const act = moves[event.code];
    if (act) { event.preventDefault(); event.stopPropagation(); act(); }
  };
  const labelled = points.filter((p) => p.name);
  const countries = land?.names.filter((one) => one.size * scale > 70) ?? [];
  return (
    <figure style={{ margin: '1rem 0 0' }}>
      <div ref={box} class="map" dir="ltr" style={{ height: height ?? '22rem' }} tabIndex={0} role="application" aria-label={label} onKeyDown={keys}
        onPointerDown={(event) => { if ((event.target as Element).closest('button')) return; box.current?.setPointerCapture(event.pointerId); grip.current = { x: event.clientX, y: event.clientY, moved: false }; }}
        onPointerMove={(event) => {
          if (grip.current) {
            const dx = event.clientX - grip.current.x, dy = event.clientY - grip.current.y;
            if (Math.abs(dx) + Math.abs(dy) > 3) { shift(dx, dy); grip.current = { x: event.clientX, y: event.clientY, moved: true }; }
          } else {
            const point = under(event), rect = box.current?.getBoundingClientRect();
            setTip(point && rect ? { x: event.clientX - rect.left + 12, y: event.clientY - rect.top + 12, text: point.label } : null);
          }
        }}
        onPointerUp={(event) => { const held = grip.current; grip.current = null; if (held && !held.moved && pick) { const point = under(event); if (point) pick(point.id); } }}
        onPointerLeave={() => setTip(null)}
        onWheel={(event) => { event.preventDefault(); zoomBy(event.deltaY < 0 ? 1.2 : 1 / 1.2); }}>
        <canvas ref={canvas} aria-hidden="true" />
        {countries.map((one) => <span key={one.code} class="place soft" aria-hidden="true" style={{ left: `${(one.x - mx(shown.lon)) * scale + size.width / 2}px`, top: `${(one.y - my(shown.lat)) * scale + size.height / 2}px` }}>{countryName(one.code)}</span>)}
        {labelled.map((p) => <span key={p.id} class="place" dir="auto" style={{ left: `${toX(p.lon)}px`, top: `${toY(p.lat) + 9}px` }}>{p.name}</span>)}
        {tip ? <span class="tip" dir="auto" style={{ left: `${tip.x}px`, top: `${tip.y}px` }}>{tip.text}</span> : null}
        <div class="buttons"><button aria-label="+" onClick={() => zoomBy(1.5)}>+</button><button aria-label="−" onClick={() => zoomBy(1 / 1.5)}>−</button></div>
      </div>
      <figcaption class="legend">{kept ? grades.map((grade) => <GradeChip key={grade} grade={grade} />) : null}<span>{t('rival')}</span><span>{t('credit')}</span></figcaption>
    </figure>
  );
}
