import { useTranslation } from 'react-i18next';

/** `2020-02-09 14:03:00` in a zone, with Latin digits in every language: times are compared and copied. */
export function wallClock(at: string | Date, timeZone = 'UTC'): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(at));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}:${of('second')}`;
}

/** A point in time in UTC, with the reader's own clock in the tooltip. */
export function Moment({ at }: { readonly at: string }) {
  const { t } = useTranslation('ui');
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <time dateTime={at} dir="ltr" title={`${wallClock(at, own)} ${own}`}>
      {wallClock(at)} {t('utc')}
    </time>
  );
}

/** `0:12.480` */
export function clockOfMs(ms: number): string {
  const [hours, minutes, seconds] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(Math.floor);
  const tail = `${String(seconds).padStart(2, '0')}.${String(Math.floor(ms % 1000)).padStart(3, '0')}`;
  return hours === 0 ? `${minutes}:${tail}` : `${hours}:${String(minutes).padStart(2, '0')}:${tail}`;
}

/** How long ago, in the reader's language: "3 days ago". */
export function agoOf(at: string, language: string, now = Date.now()): string {
  const seconds = (new Date(at).getTime() - now) / 1000;
  const units = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ] as const;
  const format = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`, { numeric: 'auto' });
  for (const [unit, size] of units)
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  return format.format(Math.trunc(seconds), 'second');
}
