import { render } from 'preact';
import { App } from './app';
import { loadSession } from './session';
import { applySettings } from './state';
import './style.css';

applySettings();
const dark = matchMedia('(prefers-color-scheme: dark)');
// The sheet has its dark colours once, under a class; here it is decided who has them.
const paint = () => document.documentElement.classList.toggle('dark', document.documentElement.dataset.theme === 'auto' && dark.matches);
dark.addEventListener('change', paint);
new MutationObserver(paint).observe(document.documentElement, { attributeFilter: ['data-theme'] });
paint();
const root = document.getElementById('desk');
if (root) void loadSession().finally(() => render(<App />, root));
