/** Two units, four members, money in three funds, one Tet round of three people, approved. */
export const SMALL_BOOK: readonly string[] = [
  'init --name "Công đoàn ngành Y tế tỉnh Nam Sơn" --above "LĐLĐ tỉnh Nam Sơn" --town "Nam Sơn" --from 2024-01 --no-input' +
    ' --officer "chair=Nguyễn Văn An" "accountant=Phạm Thị Cúc" "cashier=Trần Thị Hòa"' +
    ' --opening TET:cash=5.000.000 TINH:cash=2.000.000 MAIAM:bank=100.000.000',
  'unit add --code BVA --name "CĐCS Bệnh viện A"',
  'unit add --code TTB --name "CĐCS Trung tâm B"',
  'member add --code M1 --name "Nguyễn Thị Ánh" --unit BVA',
  'member add --code M2 --name "Trần Văn Bình" --unit BVA',
  'member add --code M3 --name "Lê Thị Đào" --unit TTB',
  'member add --code M4 --name "Phạm Hòa" --unit TTB',
  'programme add tet --kind gift --name "Tết Giáp Thìn 2024" --on 10/02/2024 --level HCKK=500.000 ĐBKK=1.000.000',
];
