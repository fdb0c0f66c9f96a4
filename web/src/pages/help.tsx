// How to read the signs, and the keys.
import { get, grades, type Status } from '../api';
import { GradeChip, MarkWord } from '../parts/signs';
import { useLoad } from '../state';
import { number, t, type Word } from '../words';

const keys: [string[], Word][] = [
  [['/'], 'key.search'], [['J', 'K'], 'key.nextprev'], [['Enter'], 'key.open'], [['Esc'], 'key.back'],
  [['G I', 'G R', 'G M', 'G T', 'G N'], 'key.go'], [['[', ']'], 'key.narrators'], [['E', 'M', 'S', 'U'], 'key.edit'], [['P'], 'print'], [['?'], 'key.help'],
];
export function Help() {
  const status = useLoad<Status>('status', (signal) => get('/api/status', {}, signal));
  return (
    <>
      <h1>{t('help')}</h1>
      <p><span class="warnline">{t('notTruth')}</span></p>
      <section><h2>{t('readSigns')}</h2><p class="row">{(['agree', 'differ', 'deny', 'alone', 'not-stated'] as const).map((mark) => <MarkWord key={mark} mark={mark} />)}</p><p>{t('silence')}</p><p class="row">{grades.map((grade) => <GradeChip key={grade} grade={grade} />)}</p></section>
      <section><h2>{t('keys')}</h2><div class="keys">{keys.map(([names, word]) => [<span key={word}>{names.map((name) => <bdi key={name}><kbd>{name}</kbd> </bdi>)}</span>, <span key={`${word} `}>{t(word)}</span>])}</div></section>
      {status.value ? <section><h2>{t('engine')}</h2><p><bdi class="small">{status.value.engine}</bdi></p><p class="num">{number(status.value.reports)} {t('reportsN')} · {number(status.value.claims)} {t('claims')} · {number(status.value.incidents)} {t('found')}</p><p class="small soft">{t('evidential')}</p></section> : null}
    </>
  );
}
