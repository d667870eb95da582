export { MatchesPanel } from './matches-panel';
