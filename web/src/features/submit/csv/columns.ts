/** Columns of a table of clips, and the names under which desks and archivers keep them. */
export const COLUMNS = {
  url: [
    'url',
    'link',
    'links',
    'post',
    'post url',
    'source url',
    'source link',
    'media url',
    'video',
    'address',
    'الرابط',
    'رابط',
  ],
  case: ['case', 'case id', 'caseid', 'case title', 'investigation', 'project', 'القضية', 'الملف'],
  location: [
    'location',
    'claimed location',
    'reported location',
    'where',
    'reported near',
    'الموقع',
    'المكان',
  ],
  place: ['place', 'place name', 'town', 'city', 'village', 'locality', 'المدينة', 'البلدة'],
  coordinates: [
    'coordinates',
    'coords',
    'latlon',
    'lat lon',
    'lat, lon',
    'gps',
    'geolocation',
    'point',
    'الإحداثيات',
  ],
  lat: ['lat', 'latitude', 'خط العرض'],
  lon: ['lon', 'lng', 'long', 'longitude', 'خط الطول'],
  radius: ['radius', 'radius m', 'radiusm', 'uncertainty', 'precision m', 'نصف القطر'],
  time: [
    'time',
    'date',
    'claimed time',
    'claimed date',
    'when',
    'event date',
    'incident date',
    'datetime',
    'edtf',
    'الوقت',
    'التاريخ',
  ],
  earliest: ['earliest', 'from', 'start', 'not before'],
  latest: ['latest', 'to', 'until', 'end', 'not after'],
  timezone: ['timezone', 'time zone', 'tz', 'zone', 'المنطقة الزمنية'],
  source: ['source', 'claimed source', 'by whom', 'who', 'uploader', 'المصدر'],
  handle: ['handle', 'account', 'username', 'user', 'channel', 'الحساب'],
  platform: ['platform', 'network', 'site', 'المنصة'],
  name: ['name', 'source name', 'author', 'الاسم'],
  other: ['other', 'other claim', 'description', 'claim', 'what', 'caption', 'الوصف'],
  note: ['note', 'notes', 'comment', 'comments', 'remark', 'remarks', 'ملاحظة', 'ملاحظات'],
  posted_at: [
    'posted at',
    'posted',
    'post date',
    'post time',
    'upload timestamp',
    'upload date',
    'published',
    'published at',
    'timestamp',
    'تاريخ النشر',
  ],
  sensitivity: ['sensitivity', 'sensitive', 'graphic', 'الحساسية'],
  protect: ['protect submitter', 'protectsubmitter', 'protect', 'anonymous'],
} as const;
export type Column = keyof typeof COLUMNS;

/** The column meant by a header, in any case, with any of `_ - .` or spaces between its words. */
export function columnOf(header: string): Column | undefined {
  const name = header
    .replace(/^\uFEFF/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_.\-()]+/g, ' ')
    .trim();
  const known = Object.entries(COLUMNS).find(([column, names]) =>
    [column.replace('_', ' '), ...names].includes(name),
  );
  return known?.[0] as Column | undefined;
}
