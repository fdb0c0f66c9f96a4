// The door, where the desk has users.
import { useRef, useState } from 'preact/hooks';
import { ApiError, post } from '../api';
import { setSession, type Session } from '../session';
import { t } from '../words';

// What the server says in English, in the words of the page.
function said(error: Error): string {
  if (!(error instanceof ApiError)) return error.message;
  if (error.status === 429) return t('tooOften');
  return error.status === 401 ? t(error.where === 'code' ? 'giveCode' : 'wrongLogin') : error.message;
}

export function Login() {
  const [error, setError] = useState('');
  const [code, setCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setError('');
    try {
      setSession(await post<Session>('/api/session', Object.fromEntries([...new FormData(event.target as HTMLFormElement)].map(([name, value]) => [name, String(value)]))));
    } catch (fault) {
      if (fault instanceof ApiError && fault.where === 'code') { setCode(true); setTimeout(() => form.current?.querySelector<HTMLInputElement>('[name=code]')?.focus(), 50); }
      setError(said(fault as Error));
    }
    setBusy(false);
  };
  return (
    <div class="door">
      <form ref={form} class="form card" onSubmit={submit} aria-labelledby="login-title">
        <img src="/icon.svg" alt="" width="56" height="56" />
        <h1 id="login-title">{t('login')}</h1>
        <p class="soft">{t('loginHint')}</p>
        <label>{t('userName')}<input name="name" required autocomplete="username" dir="auto" maxLength={60} /></label>
        <label>{t('password')}<input name="password" type="password" required autocomplete="current-password" dir="ltr" /></label>
        {code ? <label>{t('code')}<input name="code" required autocomplete="one-time-code" inputMode="numeric" pattern="[0-9]{6}" maxLength={6} dir="ltr" /></label> : null}
        {error ? <p class="problem" role="alert">{error}</p> : null}
        <button class="main" disabled={busy}>{t('enter')}</button>
      </form>
    </div>
  );
}
