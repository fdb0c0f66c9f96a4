// A desk over a store of the example reports, and a browser to look at it. ISNAD: the program (default: the release).
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = process.env.ISNAD ?? join(root, 'build/release/bin/isnad');
export const shots = join(root, 'build/screenshots');

// `users`: [name, role, password]; with them the desk asks everybody to log in.
export async function serve(users = []) {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-desk-'));
  const db = join(folder, 'desk.isnad');
  const taken = spawnSync(program, ['ingest', join(root, 'examples/reports'), '--db', db], { encoding: 'utf8' });
  if (taken.status !== 0) throw new Error(taken.stderr);
  for (const [name, role, password] of users) {
    const added = spawnSync(program, ['users', 'add', name, '--role', role, '--db', db], { encoding: 'utf8', input: `${password}\n` });
    if (added.status !== 0) throw new Error(added.stderr);
  }
  const desk = spawn(program, ['serve', '--db', db, '--port', '0', '--pages', join(root, 'build/web')], { stdio: ['ignore', 'ignore', 'pipe'] });
  const base = await new Promise((resolve, reject) => {
    let said = '';
    desk.stderr.on('data', (data) => { said += data; const at = /http:\/\/127\.0\.0\.1:\d+/.exec(said); if (at) resolve(at[0]); });
    desk.on('exit', () => reject(new Error(said)));
  });
  return { base, db, folder, verify: () => spawnSync(program, ['verify', '--db', db]).status, stop: () => new Promise((resolve) => { desk.on('exit', (status) => { rmSync(folder, { recursive: true }); resolve(status); }); desk.kill('SIGTERM'); }) };
}

export async function browse() {
  mkdirSync(shots, { recursive: true });
  // A container has no user namespaces to make the sandbox of; only our own pages are opened.
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}

// A page of the desk; what goes wrong in it is collected.
export async function open(browser, base, { lang = 'ar', theme = 'light', width = 1400, height = 950 } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, acceptDownloads: true });
  await context.addInitScript((settings) => { if (!localStorage.getItem('isnad')) localStorage.setItem('isnad', settings); }, JSON.stringify({ lang, by: 'Huda' }));
  const page = await context.newPage();
  const faults = [], asked = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  page.on('request', (request) => asked.push(request.url()));
  const go = async (path) => { await page.goto(base + path); await page.waitForLoadState('networkidle'); };
  return { page, faults, asked, go, close: () => context.close() };
}

export async function ask(base, path, body) {
  const answer = await fetch(base + path, body ? { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Isnad-Desk': '1' }, body: JSON.stringify(body) } : {});
  return answer.json();
}

// Waits until something holds in the page; Playwright's own waiting makes code of strings, which the desk's policy forbids.
export async function until(page, holds, value) {
  for (let i = 0; i < 100; ++i) {
    if (await page.evaluate(holds, value)) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`never: ${holds}`);
}
