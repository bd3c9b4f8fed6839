package pl.odzew.endtoend;

import java.io.PrintStream;
import pl.odzew.local.Arguments;

/// Plays the story on the command line; exit status 1 at the first step that does not come true.
public final class Demo {

    private static final int MISUSED = 2;

    private Demo() {}

    public static void main(String[] words) {
        Arguments arguments = arguments(words);
        try {
            play(arguments, System.out);
        } catch (StoryBrokenException e) {
            System.out.println();
            System.out.println("The story breaks here: " + e.getMessage());
            System.out.println("Logs: " + arguments.data().logs());
            System.exit(1);
        }
        System.exit(0);
    }

    /// Uses the installation that runs on the data folder, or starts one and stops it afterwards.
    static void play(Arguments arguments, PrintStream out) {
        try (LocalRun local = LocalRun.findOrStart(arguments, out);
                World world = World.of(local)) {
            var narration = new Narration(out);
            new Story(world, narration).play();
            narration.summary();
        }
    }

    private static Arguments arguments(String[] words) {
        try {
            return Arguments.parse(words);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
            System.exit(MISUSED);
            throw e;
        }
    }
}
