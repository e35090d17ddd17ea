/** What must hold where a file cannot be written, and what to do, by what stands in its way. */
type Unwritable = readonly [mustHold: string, toDo: string];

export function unwritableVi(reason: string): Unwritable {
  switch (reason) {
    case 'template':
      return ['Mẫu để dùng lại nhiều lần, không bị ghi đè.', 'Đặt tên khác cho tệp viết ra (-o).'];
    case 'cache':
      return [
        'Lần chạy đầu, chương trình chép phông chữ và các phần của nó vào thư mục này; chỉ bạn được ghi ở đó.',
        'Cho phép ghi, xóa thư mục ấy nếu không phải của bạn, hoặc đặt biến môi trường XDG_CACHE_HOME là một thư mục khác.',
      ];
    case 'name':
      return [
        'Windows giữ riêng các tên CON, PRN, AUX, NUL, COM1…9, LPT1…9; tên tệp không có < > : " | ? *, không tận cùng bằng dấu chấm hay dấu cách.',
        'Đặt tên khác cho tệp.',
      ];
    default:
      return [
        'Tệp viết ra cần một tên riêng, trong thư mục cho ghi, trên ổ đĩa còn chỗ.',
        'Chọn tên hoặc thư mục khác rồi chạy lại.',
      ];
  }
}

export function unwritableEn(reason: string): Unwritable {
  switch (reason) {
    case 'template':
      return ['A template is used again and is never written over.', 'Name another file to write (-o).'];
    case 'cache':
      return [
        'On its first run the program puts its fonts and its library into this folder; nobody else may write there.',
        'Make it writable, remove it where it is not yours, or set XDG_CACHE_HOME to another folder.',
      ];
    case 'name':
      return [
        'Windows keeps the names CON, PRN, AUX, NUL, COM1…9, LPT1…9 for itself; a name has no < > : " | ? * and ends in no full stop or blank.',
        'Choose another name.',
      ];
    default:
      return [
        'What is written needs a name of its own, in a folder that may be written, on a disk that has room.',
        'Choose another name or folder, then run it again.',
      ];
  }
}
