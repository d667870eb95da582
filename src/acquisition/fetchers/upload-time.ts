const ISO =
  /^(?<date>\d{4}-\d{2}-\d{2})(?:[T ](?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * An ISO 8601 text as an RFC 3339 instant in UTC. A clock time without a zone is no instant: its date alone is answered,
 * and undefined for anything else.
 */
export function instantOrDate(text: string): string | undefined {
  const parts = ISO.exec(text.trim())?.groups;
  const date = parts?.['date'];
  if (!parts || date === undefined || Number.isNaN(Date.parse(date))) return undefined;
  if (parts['time'] === undefined || parts['zone'] === undefined) return date;
  const zone = parts['zone'].toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const at = new Date(`${date}T${parts['time']}${zone}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** yt-dlp's `timestamp` (Unix seconds) and `upload_date` (YYYYMMDD, UTC). */
export function ytdlpUploadTime(timestamp: unknown, uploadDate: unknown): string | undefined {
  if (typeof timestamp === 'number' && Number.isFinite(timestamp) && Math.abs(timestamp) < 8.64e12) {
    return new Date(timestamp * 1000).toISOString();
  }
  const parts = typeof uploadDate === 'string' ? /^(\d{4})(\d{2})(\d{2})$/.exec(uploadDate) : null;
  return parts ? instantOrDate(`${parts[1]}-${parts[2]}-${parts[3]}`) : undefined;
}
