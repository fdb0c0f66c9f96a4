// The frame: head, pages by URL, settings, keys that hold everywhere.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useKeys } from './keys';
import { changeSettings, go, usePlace, useSettings, type Settings } from './state';
import { may, useSession, type Role } from './session';
import { t } from './words';
import { Export } from './pages/export';
import { Help } from './pages/help';
import { IncidentPage } from './pages/incident';
import { Incidents } from './pages/incidents';
import { Ingest } from './pages/ingest';
import { Login } from './pages/login';
import { NarratorPage } from './pages/narrator';
import { Narrators } from './pages/narrators';
import { ReportPage } from './pages/report';
import { Reports } from './pages/reports';
import { Self } from './parts/self';

function SettingsBox({ close }: { close: () => void }) {
  const settings = useSettings();
  const session = useSession();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => { box.current?.showModal(); }, []);
  const pick = <K extends keyof Settings>(name: K) => (event: Event) => changeSettings({ [name]: (event.target as HTMLSelectElement).value } as Pick<Settings, K>);
  return (
    <dialog ref={box} onClose={close} aria-labelledby="settings-title">
      <form class="form" method="dialog">
        <h2 id="settings-title">{t('settings')}</h2>
        <label>{t('language')}<select value={settings.lang} onChange={pick('lang')}><option value="ar">العربية</option><option value="en">English</option></select></label>
        <label>{t('theme')}<select value={settings.theme} onChange={pick('theme')}><option value="auto">{t('auto')}</option><option value="light">{t('light')}</option><option value="dark">{t('dark')}</option></select></label>
        <label>{t('digits')}<select value={settings.digits} onChange={pick('digits')}><option value="latn">123</option><option value="arab">١٢٣</option></select></label>
        <label>{t('months')}<select value={settings.months} onChange={pick('months')}><option value="SY">{t('levant')}</option><option value="EG">{t('egypt')}</option><option value="DZ">{t('maghreb')}</option></select></label>
        {session?.login ? null : <label>{t('yourName')}<input value={settings.by} maxLength={100} dir="auto" onInput={pick('by')} /></label>}
        <button class="main">{t('close')}</button>
      </form>
      <Self />
    </dialog>
  );
}

const links: ['incidents' | 'reports' | 'narrators' | 'ingest' | 'export' | 'help', string, Role][] = [['incidents', '/', 'reader'], ['reports', '/reports', 'reader'], ['narrators', '/narrators', 'reader'], ['ingest', '/ingest', 'analyst'], ['export', '/export', 'reader'], ['help', '/help', 'reader']];

export function App() {
  const place = usePlace();
  const settings = useSettings();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const [first = '', second] = place.path;
  useKeys({
    'Shift+Slash': () => go('/help'),
    Slash: () => { const box = document.querySelector<HTMLElement>('[data-search]'); if (box) box.focus(); else go('/'); },
    'KeyG KeyI': () => go('/'), 'KeyG KeyR': () => go('/reports'), 'KeyG KeyM': () => go('/?view=map'), 'KeyG KeyT': () => go('/?view=timeline'), 'KeyG KeyN': () => go('/narrators'),
    Escape: () => history.back(),
  });
  const at = place.path.join('/');
  const shown = useRef(at);
  useEffect(() => { if (shown.current !== at) { shown.current = at; main.current?.focus({ preventScroll: true }); } }, [at]);
  const page = () => {
    if (!session) return null;
    if (session.login && !session.role) return <Login />;
    switch (first) {
      case '': return <Incidents />;
      case 'incident': return second ? <IncidentPage key={second} id={second} /> : <Incidents />;
      case 'reports': return <Reports />;
      case 'report': return second ? <ReportPage key={second} id={second} /> : <Reports />;
      case 'narrators': return <Narrators />;
      case 'narrator': return second ? <NarratorPage key={second} name={second} /> : <Narrators />;
      case 'ingest': return <Ingest />;
      case 'export': return <Export />;
      default: return <Help />;
    }
  };
  const current = first === 'incident' ? '' : first === 'report' ? 'reports' : first === 'narrator' ? 'narrators' : first;
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{t('skip')}</a>
      <header class="top">
        <a class="brand" href="/"><img src="/icon.svg" alt="" />{t('desk')}</a>
        <nav aria-label={t('desk')}>{links.filter(([, , least]) => may(least)).map(([word, url]) => <a key={url} href={url} aria-current={`/${current}` === url ? 'page' : undefined}>{t(word)}</a>)}</nav>
        <div class="row">
          <button class="plain" lang={settings.lang === 'ar' ? 'en' : 'ar'} onClick={() => changeSettings({ lang: settings.lang === 'ar' ? 'en' : 'ar' })}>{settings.lang === 'ar' ? 'English' : 'العربية'}</button>
          <button class="plain" onClick={() => setOpen(true)}>{session?.login && session.name ? <bdi>{session.name}</bdi> : t('settings')}</button>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>{page()}</main>
      {open ? <SettingsBox close={() => setOpen(false)} /> : null}
    </>
  );
}
