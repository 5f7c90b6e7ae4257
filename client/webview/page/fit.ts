import type { Box, Scene } from '../layout/scene.ts';
import type { Stand } from '../view/viewport.ts';

/** The width and height of the stage, in pixels. */
interface Size {
  width: number;
  height: number;
}

/**
 * Where a picture stands when it is fitted into the stage.
 * @param middle the selected product's box, which Dependencies are centred on; undefined: it has none
 * @param first only as much of the picture as can be read, as at first; else the whole of it
 */
export function fitted(scene: Scene, stage: Size, middle: Box | undefined, first: boolean): Stand {
  const room = { width: Math.max(60, stage.width - 56), height: Math.max(60, stage.height - 40) };
  return scene.view === 'tree' ? fittedTree(scene, stage, room, first) : fittedOther(scene, stage, room, middle, first);
}

function fittedTree(scene: Scene, { width, height }: Size, room: Size, first: boolean): Stand {
  const k = first ? Math.max(0.85, Math.min(1, room.width / scene.width)) : Math.min(1, room.height / scene.height);
  const wide = scene.width * Math.max(k, 0.5);
  return {
    k: Math.max(0.06, k),
    x: Math.max(24, Math.min(48, (width - wide) / 2)),
    y: Math.max(20, (height - scene.height * k) / 2),
  };
}

/** Hosting begins at its top left; Dependencies stand around their middle. */
function fittedOther(
  scene: Scene,
  { width, height }: Size,
  room: Size,
  middle: Box | undefined,
  first: boolean,
): Stand {
  const hosting = scene.view === 'hosting';
  const whole = Math.min(1, room.width / scene.width, room.height / scene.height);
  const readable = hosting ? Math.max(0.7, Math.min(1, room.width / scene.width)) : Math.max(0.6, whole);
  const k = first ? readable : whole;
  const fits = { x: scene.width * k <= width, y: scene.height * k <= height };
  const centre = hosting ? undefined : middle;
  return {
    k,
    x: fits.x ? Math.max(20, (width - scene.width * k) / 2) : centre ? width / 2 - (centre.x + centre.w / 2) * k : 24,
    y: fits.y
      ? Math.max(20, Math.min(hosting ? 60 : height, (height - scene.height * k) / 2))
      : centre
        ? height / 2 - (centre.y + centre.h / 2) * k
        : 20,
  };
}
