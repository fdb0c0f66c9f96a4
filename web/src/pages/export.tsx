// Incidents go out, in the shapes other tools read.
import { useState } from 'preact/hooks';
import { download } from '../api';
import { may } from '../session';
import { currentSettings, usePlace } from '../state';
import { t } from '../words';
import { filterOf } from './incidents';

const shapes = ['csv', 'acled', 'ucdp', 'hxl', 'plover', 'cameo', 'geojson', 'jsonl', 'bundle'] as const;
export function Export() {
  const query = usePlace().query;
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const filter: Record<string, string> = { ...filterOf(query) };
    for (const name of ['since', 'until', 'text', 'place']) { const value = String(form.get(name) ?? ''); if (value) filter[name] = value; else delete filter[name]; }
    setBusy(true);
    setError('');
    try { await download('/api/exports', { to: form.get('to'), excel: form.has('excel'), mask_names: form.has('mask'), by: currentSettings().by || undefined, ...filter }); } catch (fault) { setError((fault as Error).message); }
    setBusy(false);
  };
  return (
    <>
      <h1>{t('export')}</h1>
      <form class="form" onSubmit={submit} style={{ marginBlockStart: '1rem' }}>
        <label>{t('shape')}<select name="to">{shapes.map((shape) => <option key={shape} value={shape}>{t(`shape.${shape}`)}</option>)}</select></label>
        <div class="bar"><label>{t('since')}<input type="date" name="since" defaultValue={query.get('since') ?? ''} /></label><label>{t('until')}<input type="date" name="until" defaultValue={query.get('until') ?? ''} /></label><label>{t('searchText')}<input name="text" dir="auto" defaultValue={query.get('text') ?? ''} /></label><label>{t('place')}<input name="place" dir="auto" defaultValue={query.get('place') ?? ''} /></label></div>
        <label class="line"><input type="checkbox" name="excel" />{t('excel')}</label>
        <label class="line"><input type="checkbox" name="mask" checked={!may('analyst')} disabled={!may('analyst')} />{t('mask')}</label>
        {error ? <p class="problem" role="alert">{error}</p> : null}
        <div class="bar"><button class="main" disabled={busy}>{t('exportDo')}</button></div>
        <p class="small soft">{t('exportNote')}</p>
      </form>
    </>
  );
}
