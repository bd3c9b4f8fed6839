package pl.odzew.mailbox.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One field `Authentication-Results` (RFC 8601): what a server found out about a mail's sender.
///
/// @param authority who says so (`authserv-id`), in small letters
record AuthenticationResults(String authority, List<Result> results) {

    AuthenticationResults {
        results = List.copyOf(results);
    }

    /// @param method `dkim`, `spf`, `dmarc`
    /// @param verdict `pass`, `fail`, …
    /// @param properties such as `header.i` or `smtp.mailfrom`; names and values in small letters
    record Result(String method, String verdict, Map<String, String> properties) {

        Result {
            properties = Map.copyOf(properties);
        }

        boolean passed(String wanted) {
            return method.equals(wanted) && verdict.equals("pass");
        }

        /// The domain that a property names, whether it is a domain or an address.
        Optional<String> domain(String property) {
            return Optional.ofNullable(properties.get(property)).map(value -> value.substring(value.indexOf('@') + 1));
        }
    }

    static AuthenticationResults read(String field) {
        List<String> statements = statements(field);
        String authority = statements.getFirst().strip().split("\\s", 2)[0];
        List<Result> results = new ArrayList<>();
        for (String statement : statements.subList(1, statements.size())) {
            result(statement).ifPresent(results::add);
        }
        return new AuthenticationResults(authority, results);
    }

    private static Optional<Result> result(String statement) {
        String[] words = statement.strip().split("\\s+");
        String[] verdict = words[0].split("=", 2);
        if (verdict.length < 2) {
            return Optional.empty();
        }
        Map<String, String> properties = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] property = words[i].split("=", 2);
            if (property.length == 2) {
                properties.putIfAbsent(property[0], property[1]);
            }
        }
        String method = verdict[0].split("/", 2)[0];
        return Optional.of(new Result(method, verdict[1], properties));
    }

    /// Cuts at semicolons, without comments, which nest and may hold anything, and without the marks of quotes.
    private static List<String> statements(String field) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        int comments = 0;
        boolean quoted = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"' && comments == 0) {
                quoted = !quoted;
            } else if (c == '(' && !quoted) {
                comments++;
            } else if (c == ')' && !quoted && comments > 0) {
                comments--;
            } else if (c == ';' && !quoted && comments == 0) {
                statements.add(statement.toString());
                statement.setLength(0);
            } else if (comments == 0) {
                // What is quoted is one word: a space in it would begin a property that nobody stated.
                statement.append(quoted && Character.isWhitespace(c) ? '_' : Character.toLowerCase(c));
            }
        }
        statements.add(statement.toString().toLowerCase(Locale.ROOT));
        return statements;
    }
}
