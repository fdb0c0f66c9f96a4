// One's own password and one-time codes, and the way out.
import { useState } from 'preact/hooks';
import { post } from '../api';
import { setSession, useSession, type Session } from '../session';
import { t, tr } from '../words';

interface Offered { secret: string; address: string }
export function Self() {
  const session = useSession();
  const [offered, setOffered] = useState<Offered | null>(null);
  const [said, setSaid] = useState('');
  if (!session?.login || !session.role) return null;
  const send = async (path: string, body: object) => {
    setSaid('');
    try {
      const answer = await post<Session | Offered>(path, body);
      if ('secret' in answer) { setOffered(answer); return; }
      setOffered(null);
      setSession(answer);
      setSaid(t('saved'));
    } catch (fault) { setSaid((fault as Error).message); }
  };
  const values = (event: Event) => { event.preventDefault(); return Object.fromEntries([...new FormData(event.target as HTMLFormElement)].map(([name, value]) => [name, String(value)])); };
  return (
    <section class="self">
      <h2><bdi>{session.name}</bdi> <span class="chip">{tr('role', session.role)}</span></h2>
      {said ? <p class="warnline" role="status">{said}</p> : null}
      <details><summary>{t('changePassword')}</summary>
        <form class="form" onSubmit={(event) => void send('/api/session/password', values(event))}>
          <label>{t('password')}<input name="password" type="password" required autocomplete="current-password" dir="ltr" /></label>
          <label>{t('newPassword')}<input name="new" type="password" required minLength={12} autocomplete="new-password" dir="ltr" /></label>
          <button>{t('save')}</button>
        </form></details>
      <details><summary>{t(session.codes ? 'codesOn' : 'codesOff')}</summary>
        <form class="form" onSubmit={(event) => { const given = values(event); void send('/api/session/codes', session.codes ? { ...given, off: true } : given); }}>
          <label>{t('password')}<input name="password" type="password" required autocomplete="current-password" dir="ltr" /></label>
          {offered ? <><p>{t('putSecret')}</p><p><code class="secret" dir="ltr">{offered.secret.replace(/(.{4})/g, '$1 ')}</code></p><p class="small"><a href={offered.address} dir="ltr">otpauth://</a></p>
            <label>{t('code')}<input name="code" required autocomplete="one-time-code" inputMode="numeric" pattern="[0-9]{6}" dir="ltr" /></label></> : null}
          <button>{t(session.codes ? 'codesDrop' : offered ? 'codesConfirm' : 'codesMake')}</button>
        </form></details>
      <button onClick={() => void send('/api/session/end', {})}>{t('logout')}</button>
    </section>
  );
}
