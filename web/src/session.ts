// Who is logged in, where one must be; known before anything else is asked.
import { useEffect, useState } from 'preact/hooks';

export type Role = 'reader' | 'analyst' | 'reviewer' | 'admin';
export interface Session { login: boolean; name: string | null; role: Role | null; codes: boolean; proof: string | null }
const order: Role[] = ['reader', 'analyst', 'reviewer', 'admin'];

let session: Session | null = null;
const watchers = new Set<() => void>();

export function currentSession(): Session | null { return session; }
export function setSession(now: Session): void { session = now; for (const watcher of watchers) watcher(); }
export async function loadSession(): Promise<void> {
  const answer = await fetch('/api/session', { cache: 'no-store' });
  if (answer.ok) setSession(await answer.json() as Session);
}
// Another page of this browser, or the clock, ended the session.
export function sessionEnded(): void { if (session?.role) setSession({ ...session, role: null, name: null, proof: null }); }

export function useSession(): Session | null {
  const [, again] = useState(0);
  useEffect(() => {
    const watcher = () => again((n) => n + 1);
    watchers.add(watcher);
    return () => { watchers.delete(watcher); };
  }, []);
  return session;
}
export function may(least: Role): boolean { return !!session?.role && order.indexOf(session.role) >= order.indexOf(least); }
