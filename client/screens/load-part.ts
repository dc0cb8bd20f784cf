import { notePartCame, PartMissing } from "#client/ui/part-missing.tsx";

/** Fetches a part once. Throws PartMissing; a failed fetch may be tried again. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let part: Promise<T> | null = null;
  return () => {
    part ??= load().then(
      (loaded) => {
        notePartCame();
        return loaded;
      },
      (error: unknown) => {
        part = null;
        throw new PartMissing(error);
      },
    );
    return part;
  };
}
