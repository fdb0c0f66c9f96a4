// Names as the reports write them, for readers of Arabic: the engine's canonical names are English.
import type { Comparison } from '../api';
import { currentSettings } from '../state';

const arabic = /[\u0600-\u06FF]/;
// The words of the first claim that names the narrator so.
export function narratorName(view: Comparison, name: string): string {
  if (currentSettings().lang !== 'ar' || arabic.test(name)) return name;
  for (const claim of Object.values(view.claims)) {
    const link = claim.chain.find((one) => one.name === name && one.words && arabic.test(one.words));
    if (link?.words) return link.words;
  }
  return name;
}
export function partyName(one: { name: string | null; text: string }): string {
  return currentSettings().lang === 'ar' || !one.name ? one.text || one.name || '' : one.name;
}
