import { notePartCame, PartMissing } from "#client/ui/part-missing.tsx";

/** Fetches the part of that name once. Throws PartMissing; a failed fetch may be tried again. */
export function once<T>(name: string, load: () => Promise<T>): () => Promise<T> {
  let part: Promise<T> | null = null;
  return () => {
    part ??= load().then(
      (loaded) => {
        notePartCame(name);
        return loaded;
      },
      (error: unknown) => {
        part = null;
        throw new PartMissing(name, error);
      },
    );
    return part;
  };
}
