// Reports come in: pasted or as files; what becomes of each is said while it happens.
import { useRef, useState } from 'preact/hooks';
import { part, post } from '../api';
import { Feeds } from '../parts/feeds';
import { Said } from '../parts/plain';
import { number, t, tr } from '../words';

interface Outcome { status: string; report: string | null; title: string | null; what: string | null; claims: number; incidents: string[] }
interface Line { key: string; name: string; outcome?: Outcome; error?: string }

export function Ingest() {
  const [lines, setLines] = useState<Line[]>([]);
  const [running, setRunning] = useState(0);
  const [done, setDone] = useState(0);
  const files = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const add = (line: Line) => setLines((old) => [line, ...old].slice(0, 500));

  const follow = (job: number, name: string) => new Promise<void>((resolve) => {
    const events = new EventSource(`/api/jobs/${job}/events`);
    let count = 0;
    const end = () => { events.close(); setDone((n) => n + 1); resolve(); };
    events.addEventListener('report', (event) => add({ key: `${job}-${++count}`, name, outcome: JSON.parse((event as MessageEvent<string>).data) as Outcome }));
    events.addEventListener('done', end);
    events.addEventListener('failed', (event) => { add({ key: `${job}-failed`, name, error: (JSON.parse((event as MessageEvent<string>).data) as { error: string }).error }); end(); });
    events.onerror = () => { if (events.readyState === EventSource.CLOSED) end(); };
  });
  const order = async (body: object, name: string) => {
    setRunning((n) => n + 1);
    try { const { job } = await post<{ job: number }>('/api/ingest', body); await follow(job, name); } catch (error) { add({ key: `${Date.now()}${name}`, name, error: (error as Error).message }); }
    setRunning((n) => n - 1);
  };
  const paste = async (event: Event) => {
    event.preventDefault();
    const values = Object.fromEntries([...new FormData(event.target as HTMLFormElement)].map(([name, value]) => [name, String(value)]));
    await order({ ...values, form: 'text' }, values.title || String(values.text).slice(0, 40));
    form.current?.reset();
  };
  const upload = async () => {
    for (const file of files.current?.files ?? []) await order({ text: await file.text(), name: file.name, form: 'auto' }, file.name);
    if (files.current) files.current.value = '';
  };
  return (
    <>
      <h1>{t('ingest')}</h1>
      <form ref={form} class="form" onSubmit={paste} style={{ marginBlockStart: '1rem' }}>
        <label>{t('paste')}<textarea name="text" required dir="auto" lang="ar" data-search /></label>
        <div class="bar"><label>{t('title')}<input name="title" dir="auto" /></label><label>{t('outlet')}<input name="outlet" dir="auto" /></label><label>{t('published')}<input name="published" type="date" /></label><label>{t('address')}<input name="url" type="url" dir="ltr" /></label></div>
        <div class="bar"><button class="main" disabled={running > 0}>{t('takeIn')}</button></div>
        <label>{t('upload')}<input ref={files} type="file" multiple accept=".txt,.html,.htm,.jsonl,.json,.xml,.rss,.atom" onChange={() => void upload()} /></label>
      </form>
      <Feeds running={running > 0} follow={async (job, name) => { setRunning((n) => n + 1); await follow(job, name); setRunning((n) => n - 1); }} />
      <section aria-live="polite"><h2>{t('progress')} {running > 0 ? <span class="soft">{t('loading')}</span> : done > 0 ? <span class="soft">{t('doneIn')}</span> : null}</h2>
        <ol class="log">{lines.map((line) => (
          <li key={line.key}><div class="row"><strong>{line.outcome ? tr('in', line.outcome.status) : t('failed')}</strong>
            {line.outcome?.report ? <a href={`/report/${part(line.outcome.report)}`}><Said>{line.outcome.title ?? line.outcome.report}</Said></a> : <Said>{line.name}</Said>}
            {line.outcome ? <span class="small soft">{number(line.outcome.claims)} {t('claims')}</span> : null}{line.outcome?.incidents.map((id) => <a key={id} class="chip id" href={`/incident/${id}`}>{id}</a>)}</div>
            {line.outcome?.what || line.error ? <bdi class="small" dir="auto">{line.outcome?.what ?? line.error}</bdi> : null}</li>))}</ol>
      </section>
    </>
  );
}
