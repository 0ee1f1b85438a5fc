export interface FilesTables {
  'office.kept_file': { sha256: string; type: string; bytes: number; kept_at: Date }
}
