package pl.odzew.portal.words;

import java.util.Locale;

/// Which form of a noun goes with a number, by the rules of Unicode's CLDR for whole numbers.
public enum Plural {
    ONE,
    FEW,
    MANY;

    public static Plural of(Language language, long count) {
        long number = Math.abs(count);
        return switch (language) {
            case POLISH -> polish(number);
            case ENGLISH -> number == 1 ? ONE : MANY;
        };
    }

    /// As the keys of texts end: `.one`, `.few`, `.many`.
    String suffix() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /// 1 skrzynka; 2, 3, 4, 22 skrzynki; 5, 12, 21 skrzynek.
    private static Plural polish(long number) {
        if (number == 1) {
            return ONE;
        }
        long last = number % 10;
        boolean teen = number % 100 >= 12 && number % 100 <= 14;
        return last >= 2 && last <= 4 && !teen ? FEW : MANY;
    }
}
