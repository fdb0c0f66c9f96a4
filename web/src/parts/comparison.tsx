// The comparison: fields down, narrators across, each cell with its sign, its word and its values. What a value rests on
// is shown when it is focused or pressed.
import { useState } from 'preact/hooks';
import { fields, type Account, type CellValue, type Comparison as View, type Field } from '../api';
import { useKeys } from '../keys';
import { useSettings } from '../state';
import { actName, counted, day, digitsOf, number, t, tr } from '../words';
import { narratorName } from './names';
import { Said } from './plain';
import { AgreementWord, MarkWord, Sign } from './signs';

export function shownValue(field: Field, value: CellValue, lang: string): string {
  if (field === 'means' || field === 'weapon') return actName(value.value);
  // Readers of Arabic see the report's words first; the canonical name stands beside them.
  if ((field === 'agent' || field === 'target') && lang === 'ar' && value.words) return value.words;
  if (field === 'time' && value.earliest) return value.latest && value.latest !== value.earliest ? `${day(value.earliest)} – ${day(value.latest)}` : day(value.timex && /T\d/.test(value.timex) ? value.timex : value.earliest);
  if (field === 'place') return (lang === 'ar' ? value.name_ar ?? value.value : value.name_en ?? value.value) ?? '';
  if (field === 'outcome') return tr('fact', value.value);
  return digitsOf(value.value ?? '');
}

function Values({ field, values, show }: { field: Field; values: CellValue[]; show: (claim: string, value?: CellValue) => void }) {
  const { lang } = useSettings();
  const [all, setAll] = useState(false);
  const seen = new Map<string, CellValue[]>();
  for (const value of values) {
    const key = `${value.value}|${value.denied}|${value.superseded}`;
    seen.set(key, [...(seen.get(key) ?? []), value]);
  }
  const groups = [...seen.values()];
  return (
    <>
      {groups.slice(0, all ? undefined : 4).map((group) => {
        const value = group[0] as CellValue;
        const text = shownValue(field, value, lang);
        const words = [...new Set(group.map((one) => one.words).filter((one) => one && one !== text))];
        const canonical = field === 'agent' || field === 'target' ? value.value : null;
        return (
          <button key={value.claim + text + value.superseded} class="cellvalue" onClick={() => show(value.claim, value)} onFocus={() => show(value.claim, value)} data-claim={value.claim}>
            {value.denied ? <span class="mark m-deny"><Sign mark="deny" />{t('mark.deny')} </span> : null}
            {value.superseded ? <s><bdi dir="auto">{text}</bdi></s> : <strong><bdi dir="auto">{text}</bdi></strong>}
            {value.superseded ? <span class="small soft"> {t('superseded')}</span> : null}
            {words.length ? <span class="small soft"> <Said>«{words.join('»، «')}»</Said></span> : null}
            {canonical && canonical !== text && !words.includes(canonical) ? <span class="small soft"> <bdi>{canonical}</bdi></span> : null}
            {value.certainty && value.certainty !== 'certain' ? <span class="small soft"> ({tr('certainty', value.certainty)})</span> : null}
          </button>
        );
      })}
      {groups.length > 4 && !all ? <button class="chip" onClick={() => setAll(true)}>+{number(groups.length - 4)}</button> : null}
    </>
  );
}

function Head({ account, number: place, name, pinned, pin }: { account: Account; number: number; name: string; pinned: boolean; pin: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <div class="narrator">
      <span class="name"><span class="soft num">{number(place)}. </span><Said>{name}</Said></span>
      <span class="small soft">{tr('kind', account.kind)}{account.code ? <> · <bdi>{account.code}</bdi></> : null}{account.manner ? ` · ${tr('manner', account.manner)}` : ''}</span>
      {!account.counted ? <span class="small soft">{t('carries')}</span> : null}
      <span class="row">
        {account.copies > 0 ? <button class="chip" aria-expanded={open} onClick={() => setOpen(!open)}>+{counted(account.copies, 'copy1', 'copies')}</button> : null}
        <button class="chip no-print" aria-pressed={pinned} onClick={pin}>{t(pinned ? 'unpin' : 'pin')}</button>
      </span>
      {open ? <span class="small">{account.reports.map((id) => <a key={id} style={{ display: 'block' }} href={`/report/${encodeURIComponent(id)}`}><bdi>{id}</bdi></a>)}</span> : null}
    </div>
  );
}

export function Comparison({ view, show }: { view: View; show: (claim: string, value?: CellValue) => void }) {
  const [pins, setPins] = useState<number[]>([]);
  const [first, setFirst] = useState(0);
  const counted1 = [...view.accounts].sort((a, b) => Number(b.counted) - Number(a.counted) || a.number - b.number);
  const pinned = counted1.filter((one) => pins.includes(one.number));
  const rest = counted1.filter((one) => !pins.includes(one.number));
  const shown = pins.length === 2 ? pinned : [...pinned, ...rest.slice(first), ...rest.slice(0, first)];
  const turn = (by: number) => setFirst((n) => (rest.length ? (n + by + rest.length) % rest.length : 0));
  useKeys({ BracketLeft: () => turn(-1), BracketRight: () => turn(1) });
  const toggle = (n: number) => setPins((old) => (old.includes(n) ? old.filter((one) => one !== n) : [...old, n].slice(-2)));
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={t('comparison')}>
        <table class="compare">
          <thead><tr><th scope="col">{t('field')}</th>{shown.map((account) => <th key={account.number} scope="col"><Head account={account} number={counted1.indexOf(account) + 1} name={narratorName(view, account.narrator)} pinned={pins.includes(account.number)} pin={() => toggle(account.number)} /></th>)}<th scope="col">{t('agreementColumn')}</th></tr></thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field} data-field={field}>
                <th scope="row">{t(field)}</th>
                {shown.map((account) => {
                  const cell = account.cells[field];
                  return <td key={account.number} class={cell.mark === 'not-stated' ? 'off' : ''}><MarkWord mark={cell.mark} /><Values field={field} values={cell.values} show={show} /></td>;
                })}
                <td><AgreementWord agreement={view.incident.agreement[field]} />{field === 'killed' || field === 'injured' ? <Bounds view={view} field={field} /> : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="legend"><span>{t('legend')}:</span>{(['agree', 'differ', 'deny', 'alone', 'not-stated'] as const).map((mark) => <MarkWord key={mark} mark={mark} />)}{pins.length ? <button class="chip no-print" onClick={() => setPins([])}>{t('showAll')}</button> : null}</p>
    </>
  );
}

function Bounds({ view, field }: { view: View; field: 'killed' | 'injured' }) {
  const values = view.accounts.flatMap((one) => one.cells[field].values).filter((one) => !one.denied && !one.superseded);
  const lows = values.map((one) => one.low).filter((one): one is number => one !== null);
  const highs = values.map((one) => one.high ?? one.low).filter((one): one is number => one !== null);
  if (lows.length === 0 || new Set([...lows, ...highs]).size < 2) return null;
  return <div class="small num" title={t('range')}><bdi>{number(Math.min(...lows))}–{number(Math.max(...highs))}</bdi></div>;
}
