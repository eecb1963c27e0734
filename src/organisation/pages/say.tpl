<h1>{{HEADING}}</h1>
<p class="v-lead v-gap-3">{{NUMBER}}</p>
{{#NEW}}<p class="v-text v-gap-3">{{#_}}Nobody here has acted for it before. Write its name as it stands in the register.{{/_}}</p>{{/NEW}}
<form class="v-form v-flow v-gap-5" action="{{ACTION}}" method="post" novalidate><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="number" value="{{CODE}}">
{{>FIELD}}
<p class="v-note">{{#_}}This gives you no right to anything of the organisation. Your name and e-mail address are shown to those who confirm it.{{/_}}</p>
<p class="v-actions v-gap-5"><button class="ds-button" type="submit">{{#_}}I act for it{{/_}}</button><a href="{{BACK}}">{{#_}}Look for another{{/_}}</a></p></form>
