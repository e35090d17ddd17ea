import type { MigrateTexts } from './migrate.ts';

export const vi: MigrateTexts = {
  migrated: ({ from, to, backup, proof }) =>
    proof === undefined
      ? `Sổ đã theo phiên bản ${to}; không phải nâng cấp.`
      : `Đã nâng cấp sổ từ phiên bản ${from} lên phiên bản ${to}: ${proof.entries} bút toán, ${proof.operations} thao tác còn nguyên vẹn.\nMã niêm phong: ${proof.head}${backup === undefined ? '' : `\nSổ cũ được giữ ở ${backup}`}`,
};
