export interface ChildSettings {
  /** With the narrow role: the owner's URL, whatever form it came in, is kept from the children. */
  readonly appUrl: string;
  /** The API's. */
  readonly port?: number;
  readonly workerId?: string;
  readonly adminTokenFile?: string | null;
}

const ADMIN_TOKEN_SETTINGS = ['ADMIN_TOKEN', 'ADMIN_TOKEN_FILE'];

/** What our children see of our environment. Only the API learns the administrator's token. */
export function childEnvironment(
  settings: ChildSettings,
  env: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !isWithheld(name, settings));
  const given: NodeJS.ProcessEnv = { NODE_ENV: 'production', DATABASE_URL: settings.appUrl };
  if (settings.port !== undefined) given['PORT'] = String(settings.port);
  if (settings.workerId !== undefined) given['WORKER_ID'] = settings.workerId;
  if (typeof settings.adminTokenFile === 'string') given['ADMIN_TOKEN_FILE'] = settings.adminTokenFile;
  return { ...Object.fromEntries(kept), ...given };
}

function isWithheld(name: string, settings: ChildSettings): boolean {
  if (name === 'DATABASE_URL_FILE') return true;
  // An empty ADMIN_TOKEN counts as unset: the file that we made then gives it.
  if (ADMIN_TOKEN_SETTINGS.includes(name)) return settings.adminTokenFile !== null;
  // Nobody signs in elsewhere, and workers open hostile files.
  if (name.startsWith('OIDC_')) return settings.port === undefined;
  // npm's description of this very run: of no use to the children, and it holds settings of the machine.
  return name.startsWith('npm_');
}
