import type { SigningDeps } from '../../platform/signing/signing-keys.ts'

/** What entering something in the register needs: the key that signs the head of its history. */
export type RegisterDeps = SigningDeps
