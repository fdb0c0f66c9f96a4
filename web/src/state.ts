// What the whole desk shares: where we are (the URL), and how things are shown (kept in this browser).
import { useEffect, useState } from 'preact/hooks';

export type Lang = 'ar' | 'en';
export interface Settings { lang: Lang; theme: 'auto' | 'light' | 'dark'; digits: 'latn' | 'arab'; months: 'SY' | 'EG' | 'DZ'; by: string }

const usual: Settings = { lang: 'ar', theme: 'auto', digits: 'latn', months: 'SY', by: '' };
let settings: Settings = { ...usual, ...read() };
const watchers = new Set<() => void>();

function read(): Partial<Settings> {
  try { return JSON.parse(localStorage.getItem('isnad') ?? '{}') as Partial<Settings>; } catch { return {}; }
}
function tell() { for (const watcher of watchers) watcher(); }
function watch(): void {
  const [, again] = useState(0);
  useEffect(() => {
    const watcher = () => again((n) => n + 1);
    watchers.add(watcher);
    return () => { watchers.delete(watcher); };
  }, []);
}

export function applySettings(): void {
  const root = document.documentElement;
  root.lang = settings.lang;
  root.dir = settings.lang === 'ar' ? 'rtl' : 'ltr';
  root.dataset.theme = settings.theme;
}
export function currentSettings(): Settings { return settings; }
export function useSettings(): Settings { watch(); return settings; }
export function changeSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  localStorage.setItem('isnad', JSON.stringify(settings));
  applySettings();
  tell();
}

// The URL is the whole state of a page.
export interface Place { path: string[]; query: URLSearchParams }
export function here(): Place {
  return { path: location.pathname.split('/').filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(location.search) };
}
export function usePlace(): Place { watch(); return here(); }
export function go(url: string, replace = false): void {
  if (replace) history.replaceState(null, '', url); else history.pushState(null, '', url);
  if (!replace) window.scrollTo(0, 0);
  tell();
}
export function setQuery(change: Record<string, string | undefined>, replace = false): void {
  const query = here().query;
  for (const [name, value] of Object.entries(change)) if (value) query.set(name, value); else query.delete(name);
  const text = query.toString();
  const url = location.pathname + (text ? `?${text}` : '');
  if (replace) history.replaceState(null, '', url); else history.pushState(null, '', url);
  tell();
}
window.addEventListener('popstate', tell);
// Links of the desk change the page without loading it anew.
document.addEventListener('click', (event) => {
  const link = (event.target as Element | null)?.closest?.('a[href^="/"]:not([download])') as HTMLAnchorElement | null;
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || link.pathname.startsWith('/api/')) return;
  event.preventDefault();
  go(link.pathname + link.search);
});

export interface Loaded<T> { value?: T; error?: Error; busy: boolean; reload: () => void }
export function useLoad<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, set] = useState<{ key: string; value?: T; error?: Error; busy: boolean }>({ key, busy: true });
  const [turn, next] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    set((old) => ({ ...old, busy: true }));
    load(stop.signal).then(
      (value) => set({ key, value, busy: false }),
      (error: Error) => { if (error.name !== 'AbortError') set({ key, error, busy: false }); });
    return () => stop.abort();
  }, [key, turn]);
  return { value: state.value, error: state.error, busy: state.busy || state.key !== key, reload: () => next((n) => n + 1) };
}
