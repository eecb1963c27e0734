<p class="v-eyebrow">{{CALL}}</p>
<h1>{{TITLE}}</h1>
{{#CONFLICT}}<section class="v-gap-4" aria-labelledby="both"><h2 id="both">{{#_}}Both texts{{/_}}</h2>
<p class="v-text v-gap-2">{{#_}}What you typed stands in the fields below. Saving puts it in the place of what is saved now.{{/_}}</p>
<table class="v-table v-fold v-gap-3"><caption class="ds-sr-only">{{#_}}Saved now and typed by you{{/_}}</caption><thead><tr><th scope="col">{{#_}}Field{{/_}}</th><th scope="col">{{#_}}Saved now{{/_}}</th><th scope="col">{{#_}}You typed{{/_}}</th></tr></thead><tbody>{{#DIFFERENCE}}<tr><th scope="row">{{LABEL}}</th><td data-is="{{#_}}Saved now{{/_}}">{{SAVED}}</td><td data-is="{{#_}}You typed{{/_}}">{{TYPED}}</td></tr>{{/DIFFERENCE}}</tbody></table></section>{{/CONFLICT}}
<form class="v-form v-flow v-gap-5" action="{{ACTION}}" method="post" novalidate>
<input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="part_version" value="{{PART_VERSION}}">
{{#FIELDS}}{{#SINGLE}}{{>FIELD}}{{/SINGLE}}{{#GROUP}}<fieldset class="ds-fieldset{{#WRONG}} v-has-error{{/WRONG}}" id="{{KEY}}" tabindex="-1" aria-describedby="{{#HINTED}}{{KEY}}-hint{{/HINTED}}{{#WRONG}} {{KEY}}-error{{/WRONG}}"><legend class="ds-label">{{LABEL}}</legend>
{{#HINTED}}<p class="v-hint" id="{{KEY}}-hint">{{HINT}}</p>{{/HINTED}}
{{#WRONG}}<div id="{{KEY}}-error">{{#ERROR}}<p class="v-error-text">{{TEXT}}</p>{{/ERROR}}</div>{{/WRONG}}
{{#SHARES}}{{>FIELD}}{{/SHARES}}</fieldset>{{/GROUP}}{{/FIELDS}}
<p class="v-actions v-gap-6"><button class="ds-button" type="submit">{{#_}}Save and continue{{/_}}</button>{{#COMPUTES}}<button class="ds-button" data-variant="secondary" type="submit" name="stay" value="1">{{#_}}Save and work out the plan{{/_}}</button>{{/COMPUTES}}</p>
<p class="v-meta v-gap-3">{{#_}}Saving does not send the application.{{/_}}</p>
</form>
{{#PLANNED}}{{>PLAN}}{{/PLANNED}}
