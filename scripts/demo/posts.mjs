/**
 * What the demo's site shows and what is submitted about it. Every person, account, place and event here is invented.
 */
export const POSTS = [
  {
    path: '/@lina_invented/101',
    title: 'Market street this morning',
    file: 'market.mp4',
    submission: {
      note: 'sent by the night desk (demo)',
      claims: {
        location: {
          statement: 'market street in Exampleton',
          place: 'Exampleton',
          lat: 10.5,
          lon: -20.25,
          radiusM: 2000,
        },
        time: {
          statement: 'filmed on the morning of 6 May 2024',
          earliest: '2024-05-06T05:00:00Z',
          latest: '2024-05-06T12:00:00Z',
        },
        source: { statement: 'filmed by Lina Invented', handle: '@lina_invented', name: 'Lina Invented' },
      },
    },
  },
  {
    path: '/@bridge_watch/7',
    title: 'The old bridge, just now',
    file: 'bridge.mp4',
    submission: {
      note: 'its metadata name another day than the post (demo)',
      claims: {
        location: {
          statement: 'the old bridge of Sampleville',
          place: 'Sampleville',
          lat: 48.1,
          lon: 11.5,
          radiusM: 500,
        },
        time: {
          statement: 'filmed on 9 May 2024',
          earliest: '2024-05-09T00:00:00Z',
          latest: '2024-05-09T23:59:59Z',
        },
      },
    },
  },
  {
    path: '/@copycat/55',
    title: 'Look what happened here today',
    file: 'repost.mp4',
    submission: {
      note: 'looks like the market street clip (demo)',
      claims: { source: { statement: 'filmed by the account itself', handle: '@copycat' } },
    },
  },
  {
    path: '/media/sound-only.mp4',
    file: 'sound-only.mp4',
    submission: { note: 'sound without pictures (demo)' },
  },
  { path: '/media/not-a-video.mp4', file: 'not-a-video.mp4', submission: { note: 'a removed post (demo)' } },
  { path: '/@lina_invented/404', submission: { note: 'a post that is gone (demo)' } },
];
