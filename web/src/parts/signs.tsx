// Signs that say a relation by shape, colour and word.
import type { Agreement, Grade, Mark } from '../api';
import { tr } from '../words';

const shapes: Record<Mark, preact.JSX.Element> = {
  agree: <path d="M2 5.5h12M2 10.5h12" stroke="currentColor" stroke-width="2.6" />,
  differ: <path d="M2 5.5h12M2 10.5h12M11.5 1.5l-7 13" stroke="currentColor" stroke-width="2.2" />,
  deny: <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="2.8" />,
  'not-stated': <circle cx="8" cy="8" r="2.2" fill="currentColor" />,
  alone: <circle cx="8" cy="8" r="5.4" stroke="currentColor" stroke-width="2.4" fill="none" />,
};
export function Sign({ mark }: { mark: Mark }) {
  return <svg viewBox="0 0 16 16" aria-hidden="true">{shapes[mark]}</svg>;
}
export function MarkWord({ mark }: { mark: Mark }) {
  return <span class={`mark m-${mark}`}><Sign mark={mark} />{tr('mark', mark)}</span>;
}
const markOf: Record<Agreement, Mark> = { agreed: 'agree', disputed: 'differ', denied: 'deny', silent: 'not-stated', single: 'alone' };
export function AgreementWord({ agreement, field }: { agreement: Agreement; field?: string }) {
  return <span class={`mark a-${agreement}`}><Sign mark={markOf[agreement]} />{field ? `${field}: ` : ''}{tr('agreement', agreement)}</span>;
}
// A shape a grade, for maps and lists.
export const gradeShape: Record<Grade, string> = {
  confirmed: 'M2 2h12v12H2z', fair: 'M8 1.5a6.5 6.5 0 1 0 .01 0z', weak: 'M8 1.5L15 14H1z', contested: 'M8 0l8 8-8 8-8-8z', discounted: 'M2 6h12v4H2z',
};
export function GradeChip({ grade }: { grade: Grade }) {
  return <span class={`chip grade t-${grade}`}><svg viewBox="0 0 16 16" aria-hidden="true"><path d={gradeShape[grade]} fill="currentColor" /></svg>{tr('grade', grade)}</span>;
}
