// The desk as people use it. Texts are our own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ask, browse, open, root, serve, shots, until } from './served.mjs';

const axe = readFileSync(join(root, 'web/node_modules/axe-core/axe.min.js'), 'utf8');
let desk, browser, hall, other, narrator;
before(async () => {
  desk = await serve();
  browser = await browse();
  // The incident of the funeral hall that figures speak of, and one that two accounts dispute.
  hall = (await ask(desk.base, `/api/incidents?text=${encodeURIComponent('صنعاء')}&sort=killed`)).items[0].id;
  // Somebody who stands apart from another.
  for (const { narrator: name } of (await ask(desk.base, '/api/narrators?limit=200')).items)
    if (!narrator && (await ask(desk.base, `/api/narrators/${encodeURIComponent(name)}`)).others.some((one) => one.examples.length)) narrator = name;
  other = (await ask(desk.base, '/api/incidents?sort=accounts')).items[0].id;
});
after(async () => {
  await browser?.close();
  if (desk) { assert.equal(desk.verify(), 0, 'the store is sound after all of it'); assert.equal(await desk.stop(), 0); }
});

test('an incident is found by an Arabic word without hamza, compared, and its evidence opened', async () => {
  const { page, faults, go, close } = await open(browser, desk.base);
  await go('/');
  assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
  await page.fill('[name=text]', 'الارقام'); // the figures; the report writes الأرقام
  await until(page, () => location.search.includes('text='));
  await page.waitForSelector(`[data-incident="${hall}"] a`);
  const list = await page.locator('.card').count();
  assert.ok(list > 0 && list < 30);
  await page.click(`[data-incident="${hall}"] h2 a`);
  await page.waitForSelector('.compare');
  assert.equal(await page.locator('.compare tbody tr').count(), 9);
  await page.click('[data-field=killed] .cellvalue');
  const quote = await page.textContent('.evidence blockquote');
  assert.match(quote, /82/);
  assert.ok(await page.locator('.evidence mark').count());
  await page.keyboard.press('Escape');
  await page.waitForSelector('.evidence', { state: 'detached' });
  await page.goBack();
  await page.waitForSelector('.card');
  assert.equal(await page.inputValue('[name=text]'), 'الارقام'); // the URL is the whole state
  assert.deepEqual(faults, []);
  await close();
});

test('a value is corrected, the log keeps both, and it is undone', async () => {
  const { page, faults, go, close } = await open(browser, desk.base);
  await go(`/incident/${hall}`);
  await page.click('[data-field=killed] .cellvalue');
  await page.click('.evidence button:has-text("صحّح")');
  await page.selectOption('dialog [name=field]', 'killed');
  await page.fill('dialog [name=value]', '85');
  await page.fill('dialog [name=reason]', 'سوء قراءة'); // misread
  await page.click('dialog button.main');
  await page.waitForSelector('[data-field=killed] .cellvalue:has-text("85")');
  const line = await page.textContent('#reviews .log li');
  for (const part of ['82', '85', 'Huda', 'سوء قراءة']) assert.ok(line.includes(part), line);
  await page.click('#reviews .log li button');
  await page.waitForSelector('[data-field=killed] .cellvalue:has-text("82")');
  assert.equal(await page.locator('#reviews .log li').count(), 2);
  assert.deepEqual(faults, []);
  await close();
});

test('two incidents are merged, split again, and the merge is taken back', async () => {
  const [one, two] = (await ask(desk.base, '/api/incidents?limit=200')).items.filter((item) => item.reports === 1).map((item) => item.id);
  const { page, faults, go, close } = await open(browser, desk.base);
  await go(`/incident/${one}`);
  await page.click('#reviews button:has-text("ادمج")');
  await page.fill('dialog [name=value]', two);
  await page.fill('dialog [name=reason]', 'شيء واحد'); // one thing
  await page.click('dialog button.main');
  await page.waitForSelector('.toast');
  const whole = (await ask(desk.base, `/api/incidents/${one}`)).id;
  assert.equal((await ask(desk.base, `/api/incidents/${two}`)).id, whole);
  await go(`/incident/${whole}`);
  await page.click('#reviews button:has-text("افصل")');
  await page.check('dialog input[type=checkbox] >> nth=0');
  await page.fill('dialog [name=reason]', 'شيئان'); // two things
  await page.click('dialog button.main');
  await page.waitForSelector('.toast');
  await page.click('.toast button >> nth=0'); // undo
  await page.waitForSelector('.toast', { state: 'detached' });
  const lines = await ask(desk.base, '/api/reviews');
  const merge = lines.items.find((line) => line.kind === 'merge');
  await ask(desk.base, `/api/reviews/${merge.action}/undo`, {});
  assert.deepEqual([(await ask(desk.base, `/api/incidents/${one}`)).id, (await ask(desk.base, `/api/incidents/${two}`)).id], [one, two]);
  assert.deepEqual(faults, []);
  await close();
});

test('a record goes through the review, and lists know it', async () => {
  const { page, faults, go, close } = await open(browser, desk.base);
  await go(`/incident/${other}`);
  assert.ok(await page.locator('.warnline').count());
  await page.click('#reviews button:has-text("حالة")');
  await page.selectOption('dialog [name=value]', 'checked');
  await page.click('dialog button.main');
  await page.waitForSelector('.head .chip:has-text("مدقَّق")');
  assert.equal(await page.locator('.warnline').count(), 0);
  await go('/?state=checked');
  await page.waitForSelector(`[data-incident="${other}"]`);
  assert.equal(await page.locator('.card').count(), 1);
  assert.deepEqual(faults, []);
  await close();
});

test('incidents are exported and read back', async () => {
  const { page, faults, go, close } = await open(browser, desk.base);
  await go('/export?country=YE');
  await page.selectOption('[name=to]', 'jsonl');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('button.main')]);
  const lines = readFileSync(await file.path(), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const { total } = await ask(desk.base, '/api/incidents?country=YE');
  assert.equal(lines.length, total);
  assert.ok(lines.every((line) => line.schema === 'isnad.incident/1'));
  assert.deepEqual(faults, []);
  await close();
});

test('the language is switched and stays', async () => {
  const { page, faults, go, close } = await open(browser, desk.base);
  await go('/');
  await page.click('button:has-text("English")');
  assert.equal(await page.getAttribute('html', 'dir'), 'ltr');
  await page.waitForSelector('h1:has-text("Incidents")');
  await page.reload();
  await page.waitForSelector('h1:has-text("Incidents")');
  // What the reports say keeps its own direction.
  assert.equal(await page.locator('.card h2 bdi').first().evaluate((node) => getComputedStyle(node).direction), 'rtl');
  assert.deepEqual(faults, []);
  await close();
});

test('a pasted report joins its incident while its progress is shown', async () => {
  const { page, faults, go, close } = await open(browser, desk.base);
  const take = async (text, outlet) => {
    await go('/ingest');
    await page.fill('[name=text]', text);
    await page.fill('[name=outlet]', outlet);
    await page.fill('[name=published]', '2016-05-04');
    await page.click('button.main');
    await page.waitForSelector('.log li .chip.id');
    return page.locator('.log li .chip.id').allTextContents();
  };
  // Five civilians killed in artillery fire on Sarmin, says the civil defence; seven, says another paper.
  const first = await take('قُتل خمسة مدنيين في قصف مدفعي على بلدة سرمين في ريف إدلب يوم 3 أيار 2016، بحسب الدفاع المدني.', 'وكالة المدار');
  const second = await take('قالت صحيفة الضفاف إن سبعة مدنيين قُتلوا في قصف مدفعي على بلدة سرمين في ريف إدلب يوم 3 أيار 2016.', 'صحيفة الضفاف');
  const shared = first.find((id) => second.includes(id));
  assert.ok(shared, `${first} / ${second}`);
  await go(`/incident/${shared}`);
  assert.ok(await page.locator('[data-field=killed] .m-differ').count() >= 2);
  assert.deepEqual(faults, []);
  await close();
});

test('the keyboard alone is enough', async () => {
  const { page, faults, go, close } = await open(browser, desk.base);
  await go('/');
  await page.keyboard.press('Slash');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'text');
  await page.keyboard.type('صنعاء'); // Sanaa
  await until(page, () => location.search.includes('text='));
  const { total } = await ask(desk.base, `/api/incidents?text=${encodeURIComponent('صنعاء')}`);
  await until(page, (n) => document.querySelector('h1 .num')?.textContent === String(n) && !document.querySelector('.busy'), total);
  await page.keyboard.press('Escape');
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyK');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.compare');
  // Tab leads to a value, and its evidence is shown on focus.
  for (let i = 0; i < 60 && !(await page.locator('.evidence').count()); ++i) await page.keyboard.press('Tab');
  assert.ok(await page.locator('.evidence').count());
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outline, 'solid');
  await page.keyboard.press('KeyE');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog[open]', { state: 'detached' });
  for (const [keys, path] of [[['KeyG', 'KeyR'], '/reports'], [['KeyG', 'KeyN'], '/narrators'], [['KeyG', 'KeyM'], '/?view=map'], [['KeyG', 'KeyT'], '/?view=timeline'], [['KeyG', 'KeyI'], '/'], [['Shift+Slash'], '/help']]) {
    for (const key of keys) await page.keyboard.press(key);
    await until(page, (to) => location.pathname + (to.includes('?') ? location.search : '') === to, path);
  }
  assert.deepEqual(faults, []);
  await close();
});

test('the keyboard keeps its place when a late answer takes the card away', async () => {
  const { page, faults, go, close } = await open(browser, desk.base);
  let answer;
  const held = new Promise((resolve) => { answer = resolve; });
  await page.route((url) => url.pathname === '/api/incidents' && url.searchParams.has('text'), async (route) => { await held; await route.continue(); });
  await go('/');
  const cards = () => page.locator('[data-incident]').evaluateAll((list) => list.map((card) => card.dataset.incident));
  const { items } = await ask(desk.base, `/api/incidents?text=${encodeURIComponent('صنعاء')}`); // Sanaa
  const shown = await cards();
  const gone = shown.findIndex((id) => !items.some((one) => one.id === id));
  assert.ok(gone >= 0, 'some card of the first page must go');
  await page.keyboard.press('Slash');
  await page.keyboard.type('صنعاء');
  await until(page, () => document.querySelector('.busy'));
  await page.keyboard.press('Escape');
  for (let i = 0; i <= gone; ++i) await page.keyboard.press('KeyJ');
  assert.equal(await page.locator('.card.at').getAttribute('data-incident'), shown[gone]);
  answer();
  await until(page, () => !document.querySelector('.busy'));
  const stood = items[Math.min(gone, items.length - 1)].id;
  await until(page, (id) => document.activeElement?.closest('[data-incident]')?.dataset.incident === id, stood);
  await page.keyboard.press('Enter');
  await until(page, (id) => location.pathname === `/incident/${id}`, stood);
  assert.deepEqual(faults, []);
  await close();
});

test('brushing the timeline filters list and map alike', async () => {
  const { page, faults, go, close } = await open(browser, desk.base);
  await go('/');
  const box = await page.locator('.bars').boundingBox();
  await page.mouse.move(box.x + 2, box.y + 20); // the newest month stands on the left
  await page.mouse.down();
  await page.mouse.move(box.x + 6, box.y + 20);
  await page.mouse.up();
  await until(page, () => /since=2018-12-01&until=2018-12-31/.test(location.search));
  const { total } = await ask(desk.base, '/api/incidents?since=2018-12-01&until=2018-12-31');
  await until(page, (n) => document.querySelector('h1 .num')?.textContent === String(n), total);
  await page.click('.tabs a:has-text("خريطة")');
  await page.waitForSelector('.map canvas');
  assert.ok(page.url().includes('since=2018-12-01'));
  assert.deepEqual(faults, []);
  await close();
});

test('script in reports, names and addresses stays text', async () => {
  const script = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>';
  const { job } = await ask(desk.base, '/api/ingest', { text: `${script}\n\nقُتل ثلاثة في قصف على سرمين، بحسب ${script}.`, form: 'text', outlet: script, name: script, url: 'javascript:window.harmed=1' });
  await (await fetch(`${desk.base}/api/jobs/${job}/events`)).text();
  const report = (await ask(desk.base, '/api/reports?limit=200')).items.find((one) => one.outlet?.includes('harmed'));
  const { page, go, close } = await open(browser, desk.base);
  const found = (await ask(desk.base, `/api/incidents?report=${encodeURIComponent(report.id)}`)).items.map((item) => `/incident/${item.id}`);
  for (const path of ['/', '/reports', '/narrators', `/report/${encodeURIComponent(report.id)}`, ...found]) {
    await go(path);
    assert.equal(await page.evaluate(() => window.harmed), undefined, path);
    assert.equal(await page.locator('a[href^="javascript:"]').count(), 0, path);
  }
  await close();
});

test('people log in; readers see no sentence, analysts decide in their own name', async () => {
  const closed = await serve([['Huda', 'admin', 'a long pass phrase'], ['Salim', 'analyst', 'another pass phrase'], ['Rim', 'reader', 'a third pass phrase']]);
  const enter = async (name, password) => {
    const opened = await open(browser, closed.base);
    await opened.go(`/incident/${hall}`);
    await opened.page.fill('[name=name]', name);
    await opened.page.fill('[name=password]', 'wrong pass phrase');
    await opened.page.click('button.main');
    await opened.page.waitForSelector('.problem');
    const found = await opened.page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`);
    assert.deepEqual(found.violations.filter((one) => ['serious', 'critical'].includes(one.impact)).map((one) => one.id), []);
    await opened.page.screenshot({ path: join(shots, 'login-ar-light.png') });
    await opened.page.fill('[name=password]', password);
    await opened.page.click('button.main');
    await opened.page.waitForSelector('.compare'); // where they wanted to go
    return opened;
  };
  const reader = await enter('Rim', 'a third pass phrase');
  assert.equal(await reader.page.locator('nav a[href="/ingest"]').count(), 0);
  assert.equal(await reader.page.locator('#reviews .bar button').count(), 0);
  await reader.page.click('[data-field=killed] .cellvalue');
  assert.match(await reader.page.textContent('.evidence blockquote'), /حُجب/); // withheld
  await reader.page.screenshot({ path: join(shots, 'reader-ar-light.png'), fullPage: true });
  await reader.close();
  const analyst = await enter('Salim', 'another pass phrase');
  await analyst.page.click('#reviews button:has-text("تعليق")');
  await analyst.page.fill('dialog [name=reason]', 'سؤال'); // a question
  await analyst.page.click('dialog button.main');
  await analyst.page.waitForSelector('#reviews .log li:has-text("Salim")');
  await analyst.page.click('header button:has-text("Salim")');
  await analyst.page.click('.self button:has-text("اخرج")'); // log out
  await analyst.page.waitForSelector('[name=password]');
  assert.deepEqual(analyst.faults.filter((fault) => !fault.includes('401') && !fault.includes('axe')), []);
  await analyst.close();
  assert.equal(await closed.stop(), 0);
});

test('a narrator stands beside the others', async () => {
  const { page, faults, go, close } = await open(browser, desk.base);
  await go(`/narrators?text=${encodeURIComponent(narrator)}`);
  await page.click(`tbody th a:has-text("${narrator}") >> nth=0`);
  await page.waitForSelector('tbody .chip.id');
  assert.ok(await page.locator('tbody .m-differ').count());
  await page.click('tbody .chip.id >> nth=0');
  await page.waitForSelector('.compare');
  assert.deepEqual(faults, []);
  await close();
});

test('feeds are followed, and not asked for unless the desk may', async () => {
  const { page, faults, asked, go, close } = await open(browser, desk.base);
  await go('/ingest');
  await page.fill('#feeds [name=url]', 'https://news.example/rss');
  await page.fill('#feeds [name=name]', 'وكالة المدار'); // an agency
  await page.click('#feeds form button');
  await page.waitForSelector('#feeds .log li:has-text("news.example")');
  assert.ok(await page.locator('#feeds .log li button >> nth=0').isDisabled());
  await page.click('#feeds .log li button >> nth=1');
  await page.waitForSelector('#feeds .log li', { state: 'detached' });
  assert.deepEqual(asked.filter((url) => url.includes('news.example')), []);
  assert.deepEqual(faults, []);
  await close();
});

const pages = () => [['incidents', '/'], ['map', '/?view=map'], ['timeline', '/?view=timeline'], ['incident', `/incident/${hall}`], ['disputed', `/incident/${other}`], ['report', '/report/sanaa-hall-1'], ['reports', '/reports'], ['narrators', '/narrators'], ['narrator', `/narrator/${encodeURIComponent(narrator)}`], ['ingest', '/ingest'], ['export', '/export'], ['help', '/help']];

for (const look of [{ lang: 'ar', theme: 'light' }, { lang: 'en', theme: 'dark' }]) {
  test(`axe finds nothing serious, and pictures are kept: ${look.lang}, ${look.theme}`, async () => {
    const { page, faults, asked, go, close } = await open(browser, desk.base, look);
    for (const [name, path] of pages()) {
      await go(path);
      await page.waitForTimeout(150);
      await page.screenshot({ path: join(shots, `${name}-${look.lang}-${look.theme}.png`), fullPage: true });
      const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`);
      const serious = found.violations.filter((one) => ['serious', 'critical'].includes(one.impact)).map((one) => `${path} ${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).slice(0, 3).join(' | ')}`);
      assert.deepEqual(serious, []);
    }
    assert.deepEqual(faults.filter((fault) => !fault.includes('axe')), []);
    assert.deepEqual(asked.filter((url) => !url.startsWith(desk.base) && !url.startsWith('data:') && !url.startsWith('blob:')), [], 'no request leaves the machine');
    await close();
  });
}

test('a phone has no page wider than itself', async () => {
  const { page, go, close } = await open(browser, desk.base, { width: 390, height: 844 });
  for (const [name, path] of pages()) {
    await go(path);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1), path);
    if (['incidents', 'incident', 'report'].includes(name)) await page.screenshot({ path: join(shots, `${name}-ar-phone.png`) });
  }
  await close();
});

test('the first page weighs little and comes soon', async () => {
  const { page, go, close } = await open(browser, desk.base);
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  let bytes = 0;
  client.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
  await go('/');
  await page.waitForSelector('.card');
  assert.ok(bytes > 50000 && bytes < 600 * 1024, `${bytes} bytes`);
  console.log(`first page: ${Math.round(bytes / 1024)} KiB over the wire`);
  await close();
});

test('the comparison prints on paper', async () => {
  const { page, go, close } = await open(browser, desk.base);
  await go(`/incident/${other}`);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.top').isVisible(), false);
  await page.pdf({ path: join(shots, 'incident-ar.pdf'), preferCSSPageSize: true });
  await close();
});
