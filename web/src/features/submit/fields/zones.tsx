export const ZONES_LIST = 'submit-zones';

/** The time zones that the browser knows, offered by every field for one. Once a page. */
export function Zones() {
  return (
    <datalist id={ZONES_LIST}>
      {['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => (
        <option key={zone}>{zone}</option>
      ))}
    </datalist>
  );
}
