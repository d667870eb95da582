import { z } from 'zod';
import { plainText } from './plain-text.js';

const MAX_TEXT_BYTES = 512;

export const contentCredentialsSchema = z.object({
  /** `valid`: hashes and signature fit the bytes; says nothing of who the signer is. */
  state: z.enum(['valid', 'invalid', 'absent', 'not_checked']),
  reason: z.string().optional(),
  /** Whether the signer's certificate is on a configured trust list. */
  isSignerTrusted: z.boolean().optional(),
  claimGenerator: z.string().optional(),
  /** Organisation of the signer's certificate, as the certificate states it. */
  issuer: z.string().optional(),
  /** From a time-stamp in the signature; RFC 3339. */
  signedAt: z.string().optional(),
  /** IPTC digital source types that the signer states, for example `…/trainedAlgorithmicMedia`. */
  digitalSourceTypes: z.array(z.string()).optional(),
});
export type ContentCredentials = z.infer<typeof contentCredentialsSchema>;

const status = z.object({ code: z.string(), explanation: z.string().nullish() });

const manifestSchema = z.object({
  claim_generator: z.string().nullish(),
  claim_generator_info: z
    .array(z.object({ name: z.string().nullish(), version: z.string().nullish() }))
    .nullish(),
  signature_info: z
    .object({ issuer: z.string().nullish(), common_name: z.string().nullish(), time: z.string().nullish() })
    .nullish(),
  assertions: z.array(z.object({ label: z.string(), data: z.unknown() })).nullish(),
});

/** The parts of c2pa-rs's manifest store JSON that are read here. */
export const manifestStoreSchema = z.object({
  active_manifest: z.string().nullish(),
  manifests: z.record(z.string(), manifestSchema).nullish(),
  validation_state: z.string().nullish(),
  validation_status: z.array(status).nullish(),
  validation_results: z
    .object({ activeManifest: z.object({ failure: z.array(status).nullish() }).nullish() })
    .nullish(),
});
export type ManifestStore = z.infer<typeof manifestStoreSchema>;

/** That the signer is on no trust list is told apart from broken hashes or signatures. */
const UNTRUSTED = 'signingCredential.untrusted';

export function credentialsOf(store: ManifestStore): ContentCredentials {
  const manifest = store.manifests?.[store.active_manifest ?? ''];
  const failures = failuresOf(store).filter(({ code }) => code !== UNTRUSTED);
  const isTrusted = store.validation_state === 'Trusted';
  const isValid = failures.length === 0 && (isTrusted || store.validation_state === 'Valid');
  const generator = generatorOf(manifest);
  const signature = manifest?.signature_info;
  const sourceTypes = digitalSourceTypesOf(manifest);
  return {
    state: isValid ? 'valid' : 'invalid',
    ...(isValid ? {} : { reason: reasonOf(failures) }),
    isSignerTrusted: isTrusted,
    ...(generator === '' ? {} : { claimGenerator: generator }),
    ...(signature?.issuer ? { issuer: shown(signature.issuer) } : {}),
    ...(signature?.time ? { signedAt: shown(signature.time) } : {}),
    ...(sourceTypes.length === 0 ? {} : { digitalSourceTypes: sourceTypes }),
  };
}

type Manifest = z.infer<typeof manifestSchema>;
type Failure = z.infer<typeof status>;

function failuresOf(store: ManifestStore): readonly Failure[] {
  return store.validation_results?.activeManifest?.failure ?? store.validation_status ?? [];
}

function reasonOf(failures: readonly Failure[]): string {
  if (failures.length === 0) return 'The manifest does not validate.';
  const told = failures.slice(0, 5).map(({ code, explanation }) => `${code}: ${explanation ?? ''}`);
  return shown(told.join('; '));
}

function generatorOf(manifest: Manifest | undefined): string {
  const info = manifest?.claim_generator_info?.[0];
  const named = [info?.name, info?.version].filter((part) => typeof part === 'string').join(' ');
  return shown(named === '' ? (manifest?.claim_generator ?? '') : named);
}

const actionsSchema = z.object({
  actions: z.array(z.object({ digitalSourceType: z.string().optional() })),
});

function digitalSourceTypesOf(manifest: Manifest | undefined): string[] {
  const types = (manifest?.assertions ?? [])
    .filter(({ label }) => label.startsWith('c2pa.actions'))
    .flatMap(({ data }) => actionsSchema.safeParse(data).data?.actions ?? [])
    .flatMap(({ digitalSourceType }) => (digitalSourceType ? [shown(digitalSourceType)] : []));
  return [...new Set(types)].slice(0, 20);
}

function shown(text: string): string {
  return plainText(text, MAX_TEXT_BYTES);
}
