// One narrator: what of, and with whom it agrees or not.
import { get, part } from '../api';
import { Busy, Problem, Said } from '../parts/plain';
import { Sign } from '../parts/signs';
import { useLoad } from '../state';
import { number, t, tr, typeName } from '../words';

interface Beside { narrator: string; kind: string | null; code: string | null; incidents: number; agrees: number; differs: number; denies: number; examples: string[] }
interface View { narrator: string; kind: string | null; code: string | null; incidents: number; complete: boolean; types: { value: string; incidents: number }[]; others: Beside[] }

// Shares as lengths; the figures stand beside them.
function Shares({ one }: { one: Beside }) {
  const all = one.agrees + one.differs + one.denies;
  if (!all) return null;
  let at = 0;
  const bar = (count: number, tone: string) => { const x = at; at += 100 * count / all; return count ? <rect key={tone} x={x} y={0} width={100 * count / all} height={8} fill={`var(--${tone})`} /> : null; };
  return <svg class="shares" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">{bar(one.agrees, 'agree')}{bar(one.differs, 'differ')}{bar(one.denies, 'deny')}</svg>;
}

export function NarratorPage({ name }: { name: string }) {
  const load = useLoad<View>(`narrator ${name}`, (signal) => get(`/api/narrators/${part(name)}`, {}, signal));
  if (load.error) return <Problem error={load.error} retry={load.reload} />;
  const view = load.value;
  if (!view) return <Busy />;
  return (
    <>
      <div class="head">
        <h1><Said>{view.narrator}</Said></h1>
        <div class="row soft"><span>{tr('kind', view.kind)}</span>{view.code ? <bdi>{view.code}</bdi> : null}<span class="num">{number(view.incidents)} {t('found')}</span><a class="chip" href={`/?narrator=${part(view.narrator)}`}>{t('itsIncidents')}</a></div>
        <p class="row">{[...view.types].sort((a, b) => b.incidents - a.incidents).map((one) => <span key={one.value} class="chip">{typeName(one.value)} <bdi class="num">{number(one.incidents)}</bdi></span>)}</p>
        {view.complete ? null : <p><span class="warnline">{t('newestOnly')}</span></p>}
      </div>
      <section><h2>{t('besideOthers')}</h2>
        {view.others.length === 0 ? <p class="soft">{t('besideNobody')}</p> : (
          <div class="scroll" tabIndex={0} role="region" aria-label={t('besideOthers')}><table>
            <thead><tr><th scope="col">{t('narrator')}</th><th scope="col">{t('shared')}</th><th scope="col">{t('agreedWith')}</th><th scope="col">{t('contradicted')}</th><th scope="col">{t('denied')}</th><th scope="col">{t('apartIn')}</th></tr></thead>
            <tbody>{view.others.map((one) => (
              <tr key={one.narrator}>
                <th scope="row"><a href={`/narrator/${part(one.narrator)}`}><Said>{one.narrator}</Said></a><div class="small soft" style={{ fontWeight: 400 }}>{tr('kind', one.kind)}</div><Shares one={one} /></th>
                <td class="num">{number(one.incidents)}</td>
                <td class="num"><span class="mark m-agree"><Sign mark="agree" />{number(one.agrees)}</span></td><td class="num"><span class="mark m-differ"><Sign mark="differ" />{number(one.differs)}</span></td><td class="num"><span class="mark m-deny"><Sign mark="deny" />{number(one.denies)}</span></td>
                <td><div class="row">{one.examples.map((id) => <a key={id} class="chip id" href={`/incident/${id}`}>{id}</a>)}</div></td>
              </tr>))}</tbody>
          </table></div>)}
      </section>
    </>
  );
}
