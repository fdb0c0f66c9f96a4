// What a value rests on: the sentence, its chain, and the way to the report.
import { part, type CellValue, type ClaimInIncident } from '../api';
import { may } from '../session';
import { currentSettings } from '../state';
import { actName, day, number, t, tr, typeName } from '../words';
import { Said } from './plain';

// The sentence with the words it was read from marked.
// Of a value: the sentence that its own words stand in.
function Quote({ claim, value }: { claim: ClaimInIncident; value: CellValue | null }) {
  const own = value?.quote ? value : null;
  const quote = own?.quote ?? claim.quote ?? '', words = own?.words ?? claim.trigger ?? '';
  const at = words ? quote.indexOf(words) : -1;
  if (!quote && !may('analyst')) return <blockquote class="soft">{t('withheld')}</blockquote>;
  return <blockquote lang="ar" dir="auto">{at < 0 ? quote : <>{quote.slice(0, at)}<mark>{words}</mark>{quote.slice(at + words.length)}</>}</blockquote>;
}

export function Evidence({ id, claim, value, close, correct, move }: { id: string; claim: ClaimInIncident; value: CellValue | null; close: () => void; correct: () => void; move: () => void }) {
  return (
    <aside class="evidence" aria-label={t('evidence')} aria-live="polite">
      <div class="row"><strong>{t('evidence')}</strong><bdi class="small soft">{id}</bdi></div>
      <Quote claim={claim} value={value} />
      <p style={{ margin: '.3rem 0' }}>{claim.chain.map((link, i) => <span key={i}>{i > 0 ? ' ← ' : ''}<Said>{currentSettings().lang === 'ar' ? link.words ?? link.name : link.name ?? link.words}</Said> <span class="small soft">({tr('manner', link.manner)}{link.certainty !== 'certain' ? `، ${tr('certainty', link.certainty)}` : ''})</span></span>)}</p>
      <p class="small soft" style={{ margin: 0 }}>{typeName(claim.type)}{claim.means ? `: ${actName(claim.means)}` : ''} · {tr('fact', claim.factuality)}{claim.background ? ` · ${t('background')}` : ''} · {t('confidence')} {number(Math.round(claim.confidence * 100) / 100)} · {day(claim.published)} · <Said>{claim.outlet}</Said></p>
      <div class="row" style={{ marginBlockStart: '.5rem' }}>
        <a class="chip" href={`/report/${part(claim.report)}?claim=${part(id)}`}>{t('openReport')}</a>
        {may('analyst') ? <><button class="chip" onClick={correct}>{t('correct')}…</button><button class="chip" onClick={move}>{t('move')}…</button></> : null}<button class="chip" onClick={close}>{t('close')}</button>
      </div>
    </aside>
  );
}
