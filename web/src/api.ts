// The desk's HTTP API (/api/openapi.json) as types and calls.
import { currentSession, sessionEnded } from './session';

export type Grade = 'confirmed' | 'fair' | 'weak' | 'contested' | 'discounted';
export type Agreement = 'agreed' | 'single' | 'disputed' | 'denied' | 'silent';
export type Mark = 'agree' | 'differ' | 'deny' | 'not-stated' | 'alone';
export const fields = ['means', 'agent', 'target', 'place', 'time', 'weapon', 'killed', 'injured', 'outcome'] as const;
export type Field = (typeof fields)[number];
export const grades: Grade[] = ['confirmed', 'fair', 'weak', 'contested', 'discounted'];
export const states = ['unreviewed', 'assigned', 'checked', 'second-check', 'final', 'needs-work', 'out-of-scope'] as const;
export type State = (typeof states)[number];

export interface Page<T> { total: number; next: number | null; items: T[] }
export interface Range { low: number | null; high: number | null }
export interface IncidentCard {
  id: string; title: string | null; type: string | null; mode: string | null; means: string | null;
  earliest: string | null; latest: string | null; country: string | null; place_ar: string | null; place_en: string | null;
  lat: number | null; lon: number | null; radius_km: number | null; grade: Grade; status: State; assigned: string | null;
  reports: number; accounts: number; copies: number; killed: Range | null; injured: Range | null;
  agreement: Record<Field, Agreement>;
}
export interface Facet { value: string; incidents: number }
export interface Facets { types: Facet[]; grades: Facet[]; states: Facet[]; countries: Facet[] }
export type MapPoint = [id: string, grade: Grade, earliest: string | null, lat: number, lon: number, radius: number, accounts: number];
export interface MapPoints { complete: boolean; points: MapPoint[] }
export interface Timeline { unit: 'day' | 'month'; bars: { period: string; grade: Grade; incidents: number }[] }
export interface ReportCard {
  id: string; title: string | null; outlet: string | null; url: string | null; published: string | null;
  versions: number; claims: number; incidents: number;
}
export interface CellValue {
  value: string | null; low: number | null; high: number | null; code: string | null; words: string | null; quote: string | null;
  certainty: string | null; claim: string; published: string | null; denied: boolean; superseded: boolean;
  name_ar?: string | null; name_en?: string | null; lat?: number | null; lon?: number | null; radius_km?: number | null;
  earliest?: string | null; latest?: string | null; timex?: string | null; precision?: string | null;
}
export interface Cell { mark: Mark; values: CellValue[] }
export interface Account {
  number: number; narrator: string; kind: string | null; code: string | null; manner: string | null; reports: string[];
  outlets: string[]; copies: number; counted: boolean; denies: boolean; cells: Record<Field, Cell>;
}
export interface ChainLink { name: string | null; words: string | null; kind: string | null; code: string | null; manner: string | null; certainty: string | null }
export interface ClaimInIncident {
  report: string; published: string | null; outlet: string | null; quote: string | null; trigger: string | null; type: string;
  means: string | null; factuality: string | null; certainty: string | null; confidence: number; rule: string | null;
  background: boolean; chain: ChainLink[];
}
export interface ReviewLine {
  id: number; action: number; at: string; by: string; kind: string; incident: string | null; claim_a: string | null;
  claim_b: string | null; field: string | null; old: string | null; value: string | null; reason: string | null;
  undoes: number | null; active: boolean;
}
export interface Incident {
  id: string; title: string | null; type: string; mode: string | null; means: string | null; earliest: string | null;
  latest: string | null; reports: string[]; claims: string[]; independent_chains: number; copies: number;
  place: { name_ar: string | null; name_en: string | null; text: string | null; lat: number | null; lon: number | null; radius_km: number | null; path: string[]; country: string | null } | null;
  agreement: Record<Field, Agreement>; grade: Grade; review: { status: State; by: string | null; at: string | null };
}
export interface Comparison {
  incident: Incident; grade_reason: string | null; graded: boolean; assigned: string | null; accounts: Account[];
  corrections: { field: Field; narrator: string; from: string; to: string; published: string | null; claim: string }[];
  denials: { claim: string; narrator: string; kind: string; denied: string[] }[];
  claims: Record<string, ClaimInIncident>; reports: ReportCard[]; reviews: ReviewLine[];
}
export interface Span { text: string; begin: number; end: number; in?: string }
export interface CodedPlace extends Span { name_ar: string | null; name_en: string | null; lat: number | null; lon: number | null; radius_km: number | null; path: string[] }
export interface CodedParty extends Span { name: string | null; code: string | null }
export interface Toll { low: number | null; best: number | null; high: number | null; text: string | null }
export interface CodedClaim {
  id: string; type: string; mode: string | null; means: string | null; trigger: Span & { lemma: string };
  sentence: { index: number; begin: number; end: number }; agents: CodedParty[]; recipients: CodedParty[];
  place: CodedPlace | null; time: (Span & { timex: string | null; earliest: string | null; latest: string | null; precision: string }) | null;
  weapons: string[]; casualties: Record<string, unknown>; factuality: string; background: boolean;
  chain: { narrator: Span & { name: string | null; kind: string; code: string | null }; manner: string; certainty: string }[];
  certainty: string; confidence: number; rule: string; main: boolean; same_event: string | null; denies: string | null; trace?: string[];
}
export interface ReportView {
  record: {
    report: { id: string; sha256: string; title: string | null; outlet: string | null; byline: string | null; url: string | null; published: string | null; text: string };
    claims: CodedClaim[]; warnings: { code: string; message: string; begin?: number; end?: number }[];
  };
  versions: { version: number; sha256: string; url_asked: string | null; url_reached: string | null; captured_at: string | null; media_type: string | null; parent: string | null; taken_at: string; engine: string; coded_sha256: string }[];
  incidents: Record<string, string>;
}
export interface NarratorCard {
  narrator: string; kind: string | null; code: string | null; incidents: number; claims: number; certain: number;
  alone: number; agrees: number; differs: number; denies: number;
}
export interface Status { engine: string; analyst: string; state: number; reports: number; versions: number; claims: number; incidents: number }

export class ApiError extends Error {
  constructor(readonly status: number, detail: string, readonly where?: string) { super(detail); }
}

async function failed(answer: Response): Promise<never> {
  if (answer.status === 401) sessionEnded();
  const problem = await answer.json().catch(() => ({})) as { detail?: string; where?: string };
  throw new ApiError(answer.status, problem.detail ?? `${answer.status}`, problem.where);
}

export async function get<T>(path: string, values: Record<string, string | number | undefined> = {}, signal?: AbortSignal): Promise<T> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== '') query.set(name, String(value));
  const text = query.toString();
  const answer = await fetch(text ? `${path}?${text}` : path, { signal });
  if (!answer.ok) return failed(answer);
  return await answer.json() as T;
}

function send(path: string, body: object): Promise<Response> {
  return fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Isnad-Desk': currentSession()?.proof ?? '1' }, body: JSON.stringify(body) });
}

export async function post<T>(path: string, body: object): Promise<T> {
  const answer = await send(path, body);
  if (!answer.ok) return failed(answer);
  return await answer.json() as T;
}

// Saves what an export answers as a file.
export async function download(path: string, body: object): Promise<void> {
  const answer = await send(path, body);
  if (!answer.ok) return failed(answer);
  const name = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? 'isnad';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

export const part = encodeURIComponent; // of a path
