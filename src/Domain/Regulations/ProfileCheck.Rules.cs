using System.Collections.Immutable;
using Enforcement.Domain.Deadlines;

namespace Enforcement.Domain.Regulations;

internal static partial class ProfileCheck
{
    private static void Act(World world, ActRule act)
    {
        var (faults, path) = (world.Faults, $"$.acts({act.Kind})");
        Unique(act.Fields.Select(f => f.Id), path + ".fields", "field", faults);
        Unique(act.Documents.Select(d => d.Id), path + ".documents", "document", faults);
        Unique(act.Signatures.Where(s => s.When is null).Select(s => s.By.ToString()), path + ".signatures", "signature of", faults);
        Unique(act.Gates.Select(g => g.Code), path + ".gates", "gate", faults);
        faults.Add(act.Roles.IsEmpty, path + ".roles", "is empty: nobody could record the act");
        foreach (var role in act.Roles.Where(r => !Enum.TryParse<Access.Role>(r.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out _)))
        {
            faults.Add(true, path + ".roles", $"role {role} is unknown");
        }

        foreach (var type in act.ActTypes.Where(t => !world.Profile.Scope.ActTypes.Contains(t)))
        {
            faults.Add(true, path + ".actTypes", $"{type} lies outside the scope ({world.Profile.Scope.Article})");
        }

        Known(world, act.RefersTo.Concat(act.NotBy.Select(n => n.Act)), path);
        foreach (var field in act.Fields)
        {
            Field(world, act, field, $"{path}.fields({field.Id})");
        }

        foreach (var condition in act.Documents.Select(d => d.When).Concat(act.Signatures.Select(s => s.When)).Concat(act.Officers.Select(o => o.When)).Append(act.ReachesWhen).OfType<Condition>())
        {
            Condition(world, condition, act, path);
        }

        foreach (var group in act.Documents.Where(d => d.AnyOf is not null).GroupBy(d => d.AnyOf))
        {
            faults.Add(group.Count() < 2, path + ".documents", $"group {group.Key} has one document only");
            faults.Add(group.Select(d => (d.Required, d.Later)).Distinct().Count() > 1, path + ".documents", $"group {group.Key} mixes required and optional, or now and later");
        }

        Av(world, act, path + ".av");
        foreach (var gate in act.Gates)
        {
            Gate(world, gate, act, $"{path}.gates({gate.Code})");
        }
    }

    private static void Field(World world, ActRule act, FieldRule field, string path)
    {
        world.Faults.Add(field.Type is FieldType.Choice == field.Choices.IsEmpty, path, "choices belong to fields of type choice, and to those only");
        world.Faults.Add(field.MaxLength is < 1 or > 20000, path, "maxLength must be 1 to 20000");
        world.Faults.Add(field.When is not null && !field.Required, path, "a condition on an optional field says nothing");
        Unique(field.Choices.Select(c => c.Id), path, "choice", world.Faults);
        if (field.When is { } when)
        {
            Condition(world, when, act, path);
        }
    }

    private static void Av(World world, ActRule act, string path)
    {
        for (var i = 0; i < act.Av.Length; i++)
        {
            var rule = act.Av[i];
            world.Faults.Add(rule.When is null && i < act.Av.Length - 1, path, $"rule {i} applies always, so that the rules after it overlap with it and never apply");
            world.Faults.Add(rule.Need is not AvNeed.Required && rule.Exemption is not AvExemption.None, path, $"rule {i} exempts from a record that it does not require");
            world.Faults.Add(rule.Need is AvNeed.None && !rule.Modes.IsEmpty, path, $"rule {i} names modes of a record that it does not ask for");
            if (rule.When is { } when)
            {
                Condition(world, when, act, path);
            }
        }

        world.Faults.Add(act.Av.Where(a => a.When is not null).GroupBy(a => a.When).Any(g => g.Count() > 1), path, "two rules overlap: the same condition stands twice");
    }

    private static void Gate(World world, Gate gate, ActRule? act, string path)
    {
        Condition(world, gate.Need, act, path);
        world.Faults.Add(gate.Code.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.')), path, $"code {gate.Code} is not dotted lower case");
        if (gate.When is { } when)
        {
            Condition(world, when, act, path);
            world.Faults.Add(when == gate.Need, path, "the gate demands what it presupposes: it can never refuse");
        }
    }

    private static void Condition(World world, Condition c, ActRule? act, string path)
    {
        var forms = (c.Done is not null ? 1 : 0) + (c.Act is not null ? 1 : 0) + (c.Act is null && c.Field is not null ? 1 : 0) + (c.Flag is not null ? 1 : 0)
            + (c.Stage is not null ? 1 : 0) + (c.Complete is not null ? 1 : 0) + (c.All is not null ? 1 : 0) + (c.Any is not null ? 1 : 0) + (c.Not is not null ? 1 : 0);
        world.Faults.Add(forms != 1, path, "a condition has exactly one form: done, act+field+is, field+is, flag+is, stage, complete, all, any, not");
        var asksValue = c.Act is not null || c.Field is not null || c.Flag is not null;
        world.Faults.Add(asksValue != (c.Is is not null), path, "act, field and flag are asked with \"is\", the others without");
        world.Faults.Add(c.Act is not null && c.Field is null, path, "act is asked for a field");
        world.Faults.Add(c.Flag is not null && !world.Flags.Contains(c.Flag), path, $"flag {c.Flag} is set by no field");
        if ((c.Done ?? c.Act) is { } kind)
        {
            Known(world, [kind], path);
        }

        About(world, c, path);

        var owner = c.Act is null ? act : world.Profile.Act(c.Act);
        if (c.Field is { } field && owner is not null)
        {
            Value(world, owner.Fields.FirstOrDefault(f => f.Id == field), field, c.Is, path);
        }

        foreach (var inner in (c.All ?? []).Concat(c.Any ?? []).Append(c.Not).OfType<Condition>())
        {
            Condition(world, inner, act, path);
        }
    }

    private static void About(World world, Condition c, string path)
    {
        if ((c.About ?? c.AboutEvery) is not { } subject)
        {
            return;
        }

        Known(world, [subject], path);
        world.Faults.Add(c.About is not null && c.AboutEvery is not null, path, "about or aboutEvery, not both");
        world.Faults.Add(c.AboutEvery is not null && c.Done is null, path, "aboutEvery goes with done");
        world.Faults.Add(c.Done is null && c.Act is null, path, "about goes with done or act");
        world.Faults.Add((c.Done ?? c.Act) is { } kind && world.Profile.Act(kind)?.RefersTo.Contains(subject) is false, path, $"{c.Done ?? c.Act} does not refer to {subject}");
    }

    private static void Value(World world, FieldRule? field, string id, string? value, string path)
    {
        world.Faults.Add(field is null, path, $"field {id} is unknown there");
        world.Faults.Add(field is { Type: FieldType.Choice } && field.Choices.All(c => c.Id != value), path, $"field {id} has no choice {value}");
        world.Faults.Add(field is { Type: FieldType.Boolean } && value is not ("true" or "false"), path, $"field {id} is true or false");
    }

    private static void Clock(World world, ClockRule clock)
    {
        var (faults, path) = (world.Faults, $"$.clocks({clock.Id})");
        faults.Add(clock.Start.IsEmpty, path + ".start", "is empty");
        faults.Add(clock.Stop.IsEmpty, path + ".stop", "is empty: the clock could never be met");
        faults.Add(clock.Term.Unit is TermUnit.Date == clock.DateField is null, path + ".dateField", "belongs to a term of unit date, and to that only");
        faults.Add(clock.RemoteWork is not null && clock.Subject is not ClockSubject.Recording, path + ".remoteWork", "is for recordings");
        faults.Add(clock.Warn.Any(w => w.Value is null), path + ".warn", "a threshold is a number of hours, days or working days");
        foreach (var trigger in clock.Start.Concat(clock.Stop).Concat(clock.Reopen).Concat(clock.Suspend.SelectMany(s => new[] { s.From, s.Until })).Concat(clock.Extend.Select(e => e.By)))
        {
            Trigger(world, clock, trigger, path);
        }

        foreach (var start in clock.Start.Where(s => s.Act is not null && clock.DateField is not null))
        {
            faults.Add(world.Profile.Act(start.Act!)?.Fields.All(f => f.Id != clock.DateField || f.Type is not FieldType.Date) ?? false, path + ".dateField", $"{start.Act} has no date field {clock.DateField}");
        }

        faults.Add(clock.Start.Intersect(clock.Stop).Any(), path, "the same event starts and stops the clock");
        if (clock.When is { } when)
        {
            Condition(world, when, clock.Start is [{ Act: { } kind }] ? world.Profile.Act(kind) : null, path);
        }
    }

    private static void Trigger(World world, ClockRule clock, Trigger trigger, string path)
    {
        world.Faults.Add(trigger.Act is null == trigger.Fact is null, path, "a trigger names an act or a fact");
        world.Faults.Add(trigger.Field is null != trigger.Is is null, path, "a trigger's field is asked with \"is\"");
        world.Faults.Add(clock.Subject is ClockSubject.Recording && trigger.Act is not null, path, "a recording's clock knows facts about recordings only");
        world.Faults.Add(clock.Subject is not ClockSubject.Recording && trigger.Fact is ClockFact.RecordingEnded or ClockFact.RecordingStored && clock.Subject is not ClockSubject.Recording, path, "is a fact of recordings; acts have av-due and av-stored");
        if (trigger.Act is { } kind)
        {
            Known(world, [kind], path);
            if (trigger.Field is { } field && world.Profile.Act(kind) is { } act)
            {
                Value(world, act.Fields.FirstOrDefault(f => f.Id == field), field, trigger.Is, path);
            }
        }
    }
}
