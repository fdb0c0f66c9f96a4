// What people decide about an incident, and the log of it. Nothing is overwritten; everything can be taken back.
import { useEffect, useRef, useState } from 'preact/hooks';
import { fields, grades, part, post, states, type Comparison, type ReviewLine } from '../api';
import { useKeys } from '../keys';
import { may } from '../session';
import { currentSettings, go } from '../state';
import { day, digitsOf, number, t, tr, type Word } from '../words';
import { Said } from './plain';

interface Done { action: number; incidents: string[] }
export type Act = { kind: 'status' | 'grade' | 'assign' | 'comment' | 'merge' | 'split' | 'correct' | 'move'; claim?: string };
const by = () => ({ by: currentSettings().by || undefined });

async function carryOut(act: Act, id: string, values: Record<string, string>, claims: string[]): Promise<Done> {
  const sign = { ...by(), reason: values.reason ?? '' };
  switch (act.kind) {
    case 'merge': return post(`/api/incidents/${part(id)}/merge`, { with: values.value?.trim(), ...sign });
    case 'split': return post(`/api/incidents/${part(id)}/split`, { claims, ...sign });
    case 'correct': return post(`/api/claims/${part(act.claim ?? '')}/corrections`, { field: values.field, value: values.value?.trim() ?? '', ...sign });
    case 'move': return post(`/api/claims/${part(act.claim ?? '')}/move`, { to: values.value?.trim(), ...sign });
    default: return post(`/api/incidents/${part(id)}/reviews`, { kind: act.kind, value: values.value ?? '', ...sign });
  }
}
function shownOf(line: ReviewLine, value: string | null): string {
  if (line.kind === 'status') return tr('state', value);
  if (line.kind === 'grade') return value ? tr('grade', value) : t('backToProposal');
  return digitsOf(value ?? '');
}

export function ActBox({ act, view, close, done }: { act: Act; view: Comparison; close: () => void; done: (done: Done) => void }) {
  const box = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const [field, setField] = useState('killed');
  const [chosen, setChosen] = useState<string[]>([]);
  useEffect(() => { box.current?.showModal(); }, []);
  const submit = async (event: Event) => {
    event.preventDefault();
    const values = Object.fromEntries([...new FormData(event.target as HTMLFormElement)].map(([name, value]) => [name, String(value)]));
    setBusy(true);
    setError('');
    try { done(await carryOut(act, view.incident.id, values, chosen)); box.current?.close(); } catch (fault) { setError((fault as Error).message); setBusy(false); }
  };
  const present = act.claim ? view.accounts.flatMap((one) => one.cells[field as 'killed'].values).find((one) => one.claim === act.claim)?.value ?? '' : '';
  const title: Word = act.kind === 'status' ? 'state' : act.kind;
  return (
    <dialog ref={box} onClose={close} aria-labelledby="act-title">
      <form class="form" onSubmit={submit}>
        <h2 id="act-title">{t(title)}{act.claim ? <> <bdi class="soft">{act.claim}</bdi></> : null}</h2>
        {act.kind === 'status' ? <label>{t('state')}<select name="value" defaultValue={view.incident.review.status}>{states.map((state) => <option key={state} value={state}>{tr('state', state)}</option>)}</select></label> : null}
        {act.kind === 'grade' ? <label>{t('grade')}<select name="value" defaultValue={view.incident.grade}>{grades.map((grade) => <option key={grade} value={grade}>{tr('grade', grade)}</option>)}<option value="">{t('backToProposal')}</option></select></label> : null}
        {act.kind === 'assign' ? <label>{t('assign')}<input name="value" dir="auto" defaultValue={view.assigned ?? ''} /></label> : null}
        {act.kind === 'merge' || act.kind === 'move' ? <label>{t('incidentId')}<input name="value" required pattern="\s*ISN-[2-9A-HJ-NP-Z]{6}\s*" placeholder="ISN-7Q4K2M" dir="ltr" /></label> : null}
        {act.kind === 'correct' ? <>
          <label>{t('field')}<select name="field" value={field} onChange={(event) => setField((event.target as HTMLSelectElement).value)}>{fields.map((one) => <option key={one} value={one}>{t(one)}</option>)}</select></label>
          <label>{t('value')}<input key={field} name="value" dir="auto" defaultValue={present.replace('+', '')} /></label>
          <p class="small soft">{t('emptyMeansSilent')}</p></> : null}
        {act.kind === 'split' ? <fieldset><legend>{t('chooseClaims')}</legend>
          {view.incident.claims.map((claim) => <label key={claim} class="line"><input type="checkbox" checked={chosen.includes(claim)} onChange={() => setChosen((old) => (old.includes(claim) ? old.filter((one) => one !== claim) : [...old, claim]))} /><span><bdi class="small soft">{claim}</bdi> <Said>{(view.claims[claim]?.quote ?? '').slice(0, 110)}</Said></span></label>)}
        </fieldset> : null}
        <label>{t('reason')}<input name="reason" dir="auto" required={act.kind !== 'status' && act.kind !== 'assign'} maxLength={1000} /></label>
        {error ? <p class="problem" role="alert">{error}</p> : null}
        <div class="bar"><button class="main" disabled={busy || (act.kind === 'split' && (chosen.length === 0 || chosen.length === view.incident.claims.length))}>{act.kind === 'split' ? t('splitOut') : t('save')}</button><button type="button" onClick={() => box.current?.close()}>{t('cancel')}</button></div>
      </form>
    </dialog>
  );
}

export function Review({ view, reload, act, setAct }: { view: Comparison; reload: () => void; act: Act | null; setAct: (act: Act | null) => void }) {
  const [last, setLast] = useState<Done | null>(null);
  const [error, setError] = useState('');
  const undo = async (action: number, again: boolean) => {
    try { await post(`/api/reviews/${action}/undo`, { again, ...by() }); setLast(null); setError(''); reload(); } catch (fault) { setError((fault as Error).message); }
  };
  const decides = may('analyst');
  const newest = view.reviews.find((line) => line.active && line.kind !== 'undo');
  useKeys(!decides ? {} : {
    KeyU: () => { if (newest) void undo(newest.action, false); },
    KeyS: () => setAct({ kind: 'split' }), KeyY: () => setAct({ kind: 'merge' }), KeyN: () => setAct({ kind: 'split' }), KeyH: () => setAct({ kind: 'comment' }),
  });
  const buttons: [Act['kind'], Word][] = [['status', 'state'], ['grade', 'grade'], ['assign', 'assign'], ['comment', 'comment'], ['merge', 'merge'], ['split', 'split']];
  return (
    <section id="reviews" class="no-print">
      <h2>{t('reviews')}</h2>
      {decides ? <div class="bar">{buttons.map(([kind, word]) => <button key={kind} onClick={() => setAct({ kind })} disabled={kind === 'split' && view.incident.claims.length < 2}>{t(word)}…</button>)}</div> : null}
      {error ? <p class="problem" role="alert">{error}</p> : null}
      {view.reviews.length === 0 ? <p class="soft">{t('noReviews')}</p> : null}
      <ol class="log">
        {view.reviews.map((line) => (
          <li key={line.id} class={line.active ? '' : 'off'}>
            <div class="row"><strong>{tr('do', line.kind)}</strong><span class="what">{line.field ? `${t(line.field as 'killed')}: ` : ''}{line.old ? <><bdi dir="auto"><s>{shownOf(line, line.old)}</s></bdi> {currentSettings().lang === 'ar' ? '←' : '→'} </> : null}<bdi dir="auto">{shownOf(line, line.kind === 'undo' ? `#${line.undoes} ${line.value}` : line.value)}</bdi>{line.claim_a ? <> <bdi class="small soft">{line.claim_a}{line.claim_b ? ` / ${line.claim_b}` : ''}</bdi></> : null}</span>
              <span class="small soft"><Said>{line.by}</Said> · {day(line.at)} · #{number(line.id)}</span>
              {decides && line.kind !== 'undo' ? <button class="chip" onClick={() => void undo(line.action, !line.active)}>{t(line.active ? 'undo' : 'redo')}</button> : null}</div>
            {line.reason ? <Said>{line.reason}</Said> : null}
          </li>
        ))}
      </ol>
      {act ? <ActBox act={act} view={view} close={() => setAct(null)} done={(done) => { setLast(done); const first = done.incidents[0]; if (first && !done.incidents.includes(view.incident.id)) go(`/incident/${first}`); else reload(); }} /> : null}
      {last ? <div class="toast" role="status"><span>{t('save')} ✓ {last.incidents.map((id) => <a key={id} class="id" style={{ color: 'inherit' }} href={`/incident/${id}`}>{id} </a>)}</span><button onClick={() => void undo(last.action, false)}>{t('undo')}</button><button onClick={() => setLast(null)}>{t('close')}</button></div> : null}
    </section>
  );
}
