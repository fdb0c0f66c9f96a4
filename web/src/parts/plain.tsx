// Small pieces that every page uses.
import type { ComponentChildren } from 'preact';
import { ApiError } from '../api';
import { t } from '../words';

// Text of the reports: its own direction, whatever the page's is.
export function Said({ children }: { children: ComponentChildren }) {
  if (children === '[name withheld]') return <em class="soft withheld">{t('nameWithheld')}</em>;
  return <bdi dir="auto" lang="ar">{children}</bdi>;
}

export function Problem({ error, retry }: { error: Error; retry?: () => void }) {
  return (
    <div class="problem" role="alert">
      <strong>{t('failed')}</strong> <bdi dir="auto">{error.message}</bdi>{error instanceof ApiError && error.where ? <> (<bdi>{error.where}</bdi>)</> : null}
      {retry ? <button class="plain" onClick={retry}>{t('retry')}</button> : null}
    </div>
  );
}
export function Busy() { return <p class="soft" role="status">{t('loading')}</p>; }
