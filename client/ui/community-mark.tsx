import { communityColours } from "#client/model/tokens.ts";

/** A community by colour; the largest have one of their own, and the number always stands beside it. */
export function CommunityMark({ community }: { readonly community: number }) {
  const background = communityColours[community] ?? "var(--colour-line)";
  return <span className="community-mark" style={{ background }} aria-hidden="true" />;
}
