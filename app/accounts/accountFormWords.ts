/** What the forms of accounts say: what is wrong with a field, and who must type the own password. */
const id = {
  error: {
    required: 'Wajib diisi.',
    tooLong: 'Terlalu panjang; singkatkan.',
    usernameFormat: 'Pakai 3–40 karakter: huruf kecil, angka, titik, garis bawah, atau tanda hubung.',
    usernameTaken: 'Nama pengguna ini sudah dipakai. Pilih yang lain.',
    roleUnknown: 'Pilih satu peran.',
    agencyNeeded: 'Pilih instansi untuk kepala atau operator.',
    agencyUnknown: 'Instansi itu tidak ada. Pilih dari daftar.',
    rakerdaUnknown: 'Rakerda itu tidak ada. Pilih dari daftar.',
    passwordShort: 'Kata sandi baru paling sedikit 12 karakter.',
    passwordLong: 'Kata sandi terlalu panjang; paling banyak 200 karakter.',
    passwordSame: 'Kata sandi baru harus berbeda dari yang sekarang.',
    passwordIsUsername: 'Kata sandi tidak boleh sama dengan nama pengguna.',
    passwordRepeat: 'Belum sama dengan kata sandi baru di atas.',
    passwordWrong: 'Kata sandi sekarang tidak cocok.',
    passwordGuessable:
      'Kata sandi ini mudah ditebak. Pakai empat kata atau lebih yang tidak berhubungan, misalnya nama empat benda; angka atau tahun di belakang tidak cukup.',
    passwordOwnWords:
      'Kata sandi ini terlalu dekat dengan nama Anda, nama pengguna, instansi, atau acara ini. Pakai empat kata atau lebih yang tidak ada hubungannya.',
  },

  proof: {
    label: 'Kata sandi Anda',
    hint: (p: { minutes: string }) =>
      `Sebelum mengubah akun orang lain atau menerbitkan instrumen, kata sandi Anda diminta lagi bila yang terakhir sudah lebih dari ${p.minutes} menit. Isian lain tidak hilang.`,
    asked: 'Ketik kata sandi Anda, lalu kirim lagi.',
    wrong: 'Kata sandi tidak cocok. Ketik sekali lagi.',
  },
};

const en: typeof id = {
  error: {
    required: 'Please fill this in.',
    tooLong: 'Too long; please shorten it.',
    usernameFormat: 'Use 3–40 characters: small letters, digits, dot, underscore or hyphen.',
    usernameTaken: 'This user name is taken. Choose another one.',
    roleUnknown: 'Choose one role.',
    agencyNeeded: 'Choose the agency of the head or operator.',
    agencyUnknown: 'That agency does not exist. Choose one from the list.',
    rakerdaUnknown: 'That Rakerda does not exist. Choose from the list.',
    passwordShort: 'The new password needs at least 12 characters.',
    passwordLong: 'The password is too long; at most 200 characters.',
    passwordSame: 'The new password must differ from the current one.',
    passwordIsUsername: 'The password must not be the user name.',
    passwordRepeat: 'Not the same as the new password above.',
    passwordWrong: 'The current password is not right.',
    passwordGuessable:
      'This password is easy to guess. Use four or more unrelated words, such as the names of four things; a number or year at the end is not enough.',
    passwordOwnWords:
      'This password is too close to your name, user name, agency or this event. Use four or more words that have nothing to do with them.',
  },

  proof: {
    label: 'Your password',
    hint: (p) =>
      `Before you change other people’s accounts or publish an instrument, your password is asked for again where the last time is more than ${p.minutes} minutes ago. Your other entries are kept.`,
    asked: 'Type your password, then send the form again.',
    wrong: 'The password is not right. Type it once more.',
  },
};

export const accountFormWords = { id, en };
