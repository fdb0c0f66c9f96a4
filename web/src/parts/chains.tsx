// The chains of narration as a small tree: outlets on one side, who they carry beside them, the first narrators at the end.
import type { ChainLink, Comparison } from '../api';
import { useSettings } from '../state';
import { number, t, tr } from '../words';

interface Node { key: string; name: string; kind: string | null; depth: number; first: boolean; claims: number; y: number }
interface Edge { from: string; to: string; manner: string | null; certainty: string | null; denies: boolean; claims: number }

const row = 46, column = 300, box = 210;

export function Chains({ view }: { view: Comparison }) {
  const { lang } = useSettings();
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  const nameOf = (link: ChainLink) => (lang === 'ar' ? link.words ?? link.name : link.name ?? link.words) ?? t('kind.unnamed');
  for (const claim of Object.values(view.claims)) {
    let before: string | null = null;
    claim.chain.forEach((link, depth) => {
      const key = `${depth}|${nameOf(link)}`;
      const node = nodes.get(key) ?? { key, name: nameOf(link), kind: link.kind, depth, first: false, claims: 0, y: 0 };
      node.claims += 1;
      if (depth === claim.chain.length - 1) node.first = true;
      nodes.set(key, node);
      if (before) {
        const name = `${before}>${key}`;
        const edge = edges.get(name) ?? { from: before, to: key, manner: link.manner, certainty: link.certainty, denies: false, claims: 0 };
        edge.claims += 1;
        edge.denies ||= link.manner === 'denies';
        edges.set(name, edge);
      }
      before = key;
    });
  }
  const depths = Math.max(1, ...[...nodes.values()].map((node) => node.depth + 1));
  const columns: Node[][] = Array.from({ length: depths }, (_, depth) => [...nodes.values()].filter((node) => node.depth === depth));
  columns.forEach((list, depth) => {
    // Each stands near those that carry it.
    const wish = (node: Node) => { const from = [...edges.values()].filter((edge) => edge.to === node.key).map((edge) => nodes.get(edge.from)?.y ?? 0); return from.length ? from.reduce((a, b) => a + b, 0) / from.length : 0; };
    const sorted = depth === 0 ? list : [...list].sort((a, b) => wish(a) - wish(b));
    sorted.forEach((node, i) => { node.y = i; });
  });
  const tall = Math.max(...columns.map((list) => list.length), 1) * row + 12;
  const wide = (depths - 1) * column + box + 20;
  // Arabic reads from the outlet on the right inward to the left.
  const x = (depth: number) => (lang === 'ar' ? wide - box - 10 - depth * column : 10 + depth * column);
  const short = (text: string) => (text.length > 28 ? `${text.slice(0, 27)}…` : text);
  const start = lang === 'ar' ? 'end' : 'start';
  return (
    <div class="chains" tabIndex={0} role="region" aria-label={t('chains')}>
      <svg viewBox={`0 0 ${wide} ${tall}`} style={{ maxWidth: `${wide * 1.15}px` }} role="img" aria-label={t('chains')} direction="ltr">
        {[...edges.values()].map((edge) => {
          const a = nodes.get(edge.from), b = nodes.get(edge.to);
          if (!a || !b) return null;
          const from = lang === 'ar' ? x(a.depth) : x(a.depth) + box, to = lang === 'ar' ? x(b.depth) + box : x(b.depth);
          const ay = a.y * row + row / 2, by = b.y * row + row / 2, mid = (from + to) / 2;
          return (
            <g key={edge.from + edge.to}>
              <path class={`said${edge.certainty !== 'certain' ? ' weakly' : ''}${edge.denies ? ' denies' : ''}`} d={`M${from} ${ay}C${mid} ${ay} ${mid} ${by} ${to} ${by}`} />
              <text class="sub" x={to + (lang === 'ar' ? 46 : -46)} y={by - 6} text-anchor="middle">{tr('manner', edge.manner)}</text>
            </g>
          );
        })}
        {[...nodes.values()].map((node) => (
          <g key={node.key}>
            <title>{`${node.name} · ${tr('kind', node.kind)} · ${number(node.claims)} ${t('claims')}`}</title>
            <rect class={`node${node.first ? ' first' : ''}`} x={x(node.depth)} y={node.y * row + 4} width={box} height={row - 8} rx={8} />
            <text x={lang === 'ar' ? x(node.depth) + box - 10 : x(node.depth) + 10} y={node.y * row + 21} text-anchor={start} direction="ltr"><tspan unicode-bidi="plaintext">{short(node.name)}</tspan></text>
            <text class="sub" x={lang === 'ar' ? x(node.depth) + box - 10 : x(node.depth) + 10} y={node.y * row + 36} text-anchor={start}>{tr('kind', node.kind)}</text>
          </g>
        ))}
      </svg>
    </div>
  );
}
