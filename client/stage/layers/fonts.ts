import { fontFamily, shippedFontFamily } from "#client/model/tokens.ts";

/**
 * Whether the machine can draw Chinese by itself: two different characters give different pictures. Where it cannot,
 * both are the same box.
 */
function drawsChinese(): boolean {
  const systemFamilies = fontFamily.replace(`${shippedFontFamily}, `, "");
  return pictureOf("国", systemFamilies) !== pictureOf("园", systemFamilies);
}

function pictureOf(character: string, families: string): string {
  const canvas = document.createElement("canvas");
  canvas.width = 24;
  canvas.height = 24;
  const context = canvas.getContext("2d");
  if (context === null) return character;
  context.font = `18px ${families}`;
  context.textBaseline = "top";
  context.fillText(character, 2, 2);
  return context.getImageData(0, 0, 24, 24).data.join(",");
}

let native: boolean | null = null;

/** Loads the shipped font for these characters where the machine has none; true when something new can be drawn. */
export async function loadFontFor(text: string): Promise<boolean> {
  native ??= drawsChinese();
  if (native) return false;
  const faces = await Promise.all(
    [400, 600].map((weight) => document.fonts.load(`${weight} 13px ${shippedFontFamily}`, text)),
  );
  return faces.some((list) => list.length > 0);
}
