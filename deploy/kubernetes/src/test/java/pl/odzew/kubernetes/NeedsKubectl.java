package pl.odzew.kubernetes;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Skips where nothing can be rendered, and says so where a person sees it.
class NeedsKubectl implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Kustomize.obstacle()
                .map(obstacle -> {
                    if (context.getTestMethod().isEmpty()) {
                        System.out.println("SKIPPED " + context.getDisplayName() + ": " + obstacle);
                    }
                    return ConditionEvaluationResult.disabled(obstacle);
                })
                .orElseGet(() -> ConditionEvaluationResult.enabled("kubectl renders"));
    }
}
