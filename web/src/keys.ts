// Keys go by their place on the keyboard, so that they work under an Arabic layout; what a page answers to, it says here.
import { useEffect } from 'preact/hooks';

export type Keys = Record<string, () => void>;
const pages: Keys[] = [];
let before = '';

function typing(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return !!element && (/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.isContentEditable);
}
// "KeyJ", "Slash", "Shift+Slash", "KeyG KeyI"
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.code === 'Escape' && typing(event.target)) { (event.target as HTMLElement).blur(); return; }
  if (typing(event.target) || document.querySelector('dialog[open]')) return;
  const name = (event.shiftKey ? 'Shift+' : '') + event.code;
  const pair = before === 'KeyG' ? `KeyG ${name}` : name;
  before = name;
  for (const keys of [...pages].reverse()) {
    const act = keys[pair];
    if (!act) continue;
    event.preventDefault();
    before = '';
    act();
    return;
  }
});
export function useKeys(keys: Keys): void {
  useEffect(() => {
    pages.push(keys);
    return () => { pages.splice(pages.indexOf(keys), 1); };
  });
}
